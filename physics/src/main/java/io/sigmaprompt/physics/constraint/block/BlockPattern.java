package io.sigmaprompt.physics.constraint.block;

import java.util.Arrays;

/**
 * Which blocks of a matrix are not zero, and an elimination order in which few become so (minimum degree; George, Liu,
 * Computer Solution of Large Sparse Positive Definite Systems, 1981, chapter 5). The order depends on the pattern alone, and
 * is found again only when the pattern changes.
 */
public final class BlockPattern {
    private int blocks;
    private int[] size = new int[0];
    private int[] start = new int[0];
    private int[] position = new int[0];
    private int[] sequence = new int[0];
    /** Offset of block (i, j), i at or after j in the sequence, positions; -1 where zero. */
    private int[] offset = new int[0];

    private int used;
    private long[] pattern = new long[0];
    private long[] graph = new long[0];
    private int words;
    private int previousBlocks = -1;
    private int[] previousSize = new int[0];
    private long[] previousPattern = new long[0];

    /** Begins the pattern of a matrix of {@code blocks} diagonal blocks of the given sizes. */
    public void begin(int blocks, int[] sizes) {
        this.blocks = blocks;
        words = (blocks + 63) >>> 6;
        if (size.length < blocks) {
            size = new int[blocks];
            start = new int[blocks];
            position = new int[blocks];
            sequence = new int[blocks];
            previousSize = new int[blocks];
            previousBlocks = -1;
        }
        if (pattern.length < blocks * words) {
            pattern = new long[blocks * words];
            graph = new long[blocks * words];
            previousPattern = new long[blocks * words];
            previousBlocks = -1;
        }
        if (offset.length < blocks * blocks) {
            offset = new int[blocks * blocks];
            previousBlocks = -1;
        }
        System.arraycopy(sizes, 0, size, 0, blocks);
        Arrays.fill(pattern, 0, blocks * words, 0);
    }

    /** Blocks (i, j) and (j, i) are not zero. */
    public void connect(int i, int j) {
        pattern[i * words + (j >>> 6)] |= 1L << j;
        pattern[j * words + (i >>> 6)] |= 1L << i;
    }

    /** Ends the pattern. */
    public void end() {
        if (!asBefore()) {
            analyze();
            previousBlocks = blocks;
            System.arraycopy(size, 0, previousSize, 0, blocks);
            System.arraycopy(pattern, 0, previousPattern, 0, blocks * words);
        }
    }

    /** Numbers of all blocks. */
    int used() {
        return used;
    }

    int blocks() {
        return blocks;
    }

    /** The block that is eliminated p-th. */
    int at(int p) {
        return sequence[p];
    }

    /** Rows of the block that is eliminated p-th. */
    int sizeAt(int p) {
        return size[sequence[p]];
    }

    /** First row of the block that is eliminated p-th. */
    int startAt(int p) {
        return start[sequence[p]];
    }

    /** Offset of the block in the row of the p-th and the column of the q-th, q at most p; -1 where zero. */
    int offsetAt(int p, int q) {
        return offset[p * blocks + q];
    }

    private boolean asBefore() {
        return previousBlocks == blocks
                && Arrays.equals(size, 0, blocks, previousSize, 0, blocks)
                && Arrays.equals(pattern, 0, blocks * words, previousPattern, 0, blocks * words);
    }

    private void analyze() {
        System.arraycopy(pattern, 0, graph, 0, blocks * words);
        Arrays.fill(offset, 0, blocks * blocks, -1);
        Arrays.fill(position, 0, blocks, -1);
        used = 0;
        for (int p = 0; p < blocks; p++) {
            int next = leastConnected();
            sequence[p] = next;
            position[next] = p;
            eliminate(next);
        }
        // Eliminating left the fill in the graph: a row holds all neighbours that a block had when its turn came.
        for (int p = 0; p < blocks; p++) {
            int column = sequence[p];
            place(p, p);
            for (int q = p + 1; q < blocks; q++) {
                if (connected(graph, column, sequence[q])) {
                    place(q, p);
                }
            }
        }
        int row = 0;
        for (int b = 0; b < blocks; b++) {
            start[b] = row;
            row += size[b];
        }
    }

    private void place(int row, int column) {
        offset[row * blocks + column] = used;
        used += size[sequence[row]] * size[sequence[column]];
    }

    private boolean connected(long[] of, int i, int j) {
        return (of[i * words + (j >>> 6)] & 1L << j) != 0;
    }

    private int leastConnected() {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int b = 0; b < blocks; b++) {
            if (position[b] < 0) {
                int degree = 0;
                for (int k = 0; k < words; k++) {
                    degree += Long.bitCount(graph[b * words + k]);
                }
                if (degree < fewest) {
                    fewest = degree;
                    best = b;
                }
            }
        }
        return best;
    }

    /** Connects what is left of a block's neighbours with each other, and takes it out of their rows. */
    private void eliminate(int block) {
        for (int i = 0; i < blocks; i++) {
            if (position[i] < 0 && connected(graph, block, i)) {
                for (int k = 0; k < words; k++) {
                    graph[i * words + k] |= graph[block * words + k];
                }
                graph[i * words + (i >>> 6)] &= ~(1L << i);
                graph[i * words + (block >>> 6)] &= ~(1L << block);
            }
        }
    }

    /** Offset of block (i, j), row-major, where i stands after j or is j; else of none, -1. */
    public int block(int i, int j) {
        return position[i] >= position[j] ? offset[position[i] * blocks + position[j]] : -1;
    }
}
