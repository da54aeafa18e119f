package io.sigmaprompt.physics.constraint;

/** Constraints and blocks that no constraint couples to any other: lists within shared arrays. Reused. */
final class Island {
    int[] constraints = new int[0];
    int firstConstraint;
    int endConstraint;
    int[] blocks = new int[0];
    int firstBlock;
    int endBlock;

    int blockCount() {
        return endBlock - firstBlock;
    }
}
