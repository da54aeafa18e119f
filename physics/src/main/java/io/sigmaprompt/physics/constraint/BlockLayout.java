package io.sigmaprompt.physics.constraint;

/**
 * How w is made of blocks, one for each tree of bodies.
 *
 * @param count of blocks
 * @param start first entry of each block in w, and one past the last entry of all: count + 1 numbers
 */
public record BlockLayout(int count, int[] start) {
    public int size(int block) {
        return start[block + 1] - start[block];
    }

    /** Length of w. */
    public int length() {
        return start[count];
    }
}
