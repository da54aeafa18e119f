package io.sigmaprompt.physics.constraint;

import java.util.Arrays;

/**
 * Splits constraints into islands that share no block. Islands stand in the order of their first blocks; within one,
 * constraints keep their order.
 */
final class IslandPartition {
    private final int[] parent;
    private final int[] islandOf;
    private final int[] blocks;
    private final int[] firstBlock;
    private int[] firstConstraint = new int[1];
    private int[] constraints = new int[0];
    private int count;

    IslandPartition(int blockCount) {
        parent = new int[blockCount];
        islandOf = new int[blockCount];
        blocks = new int[blockCount];
        firstBlock = new int[blockCount + 1];
    }

    /** Splits; blocks that no constraint touches belong to none. */
    void split(ConstraintSet set) {
        Arrays.fill(parent, -1);
        for (int c = 0; c < set.count(); c++) {
            join(set.firstBlock[c], set.secondBlock[c]);
        }
        count = 0;
        Arrays.fill(firstBlock, 0);
        for (int b = 0; b < parent.length; b++) {
            if (parent[b] >= 0) {
                int root = root(b);
                islandOf[b] = root == b ? count++ : islandOf[root];
                firstBlock[islandOf[b] + 1]++;
            }
        }
        if (firstConstraint.length < count + 1) {
            firstConstraint = new int[2 * count + 1];
        }
        if (constraints.length < set.count()) {
            constraints = new int[2 * set.count()];
        }
        Arrays.fill(firstConstraint, 0);
        for (int c = 0; c < set.count(); c++) {
            firstConstraint[islandOf[set.firstBlock[c]] + 1]++;
        }
        for (int i = 0; i < count; i++) {
            firstBlock[i + 1] += firstBlock[i];
            firstConstraint[i + 1] += firstConstraint[i];
        }
        for (int b = parent.length - 1; b >= 0; b--) {
            if (parent[b] >= 0) {
                blocks[--firstBlock[islandOf[b] + 1]] = b;
            }
        }
        for (int c = set.count() - 1; c >= 0; c--) {
            constraints[--firstConstraint[islandOf[set.firstBlock[c]] + 1]] = c;
        }
        // Filling from the back has moved each island's end to its beginning: entry i + 1 now begins island i.
        System.arraycopy(firstBlock, 1, firstBlock, 0, count);
        System.arraycopy(firstConstraint, 1, firstConstraint, 0, count);
        firstConstraint[count] = set.count();
        int touched = 0;
        for (int b = 0; b < parent.length; b++) {
            touched += parent[b] >= 0 ? 1 : 0;
        }
        firstBlock[count] = touched;
    }

    /** The least block of a tree is its root, so that islands are numbered by it. */
    private void join(int a, int b) {
        if (parent[a] < 0) {
            parent[a] = a;
        }
        if (b < 0) {
            return;
        }
        if (parent[b] < 0) {
            parent[b] = b;
        }
        int x = root(a);
        int y = root(b);
        if (x < y) {
            parent[y] = x;
        } else {
            parent[x] = y;
        }
    }

    private int root(int b) {
        int r = b;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    int count() {
        return count;
    }

    /** Sets an island to the i-th. */
    void get(int i, Island island) {
        island.constraints = constraints;
        island.firstConstraint = firstConstraint[i];
        island.endConstraint = firstConstraint[i + 1];
        island.blocks = blocks;
        island.firstBlock = firstBlock[i];
        island.endBlock = firstBlock[i + 1];
    }
}
