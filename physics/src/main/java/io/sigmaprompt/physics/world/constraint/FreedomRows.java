package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;

/** Writes constraints of one row on entries of v. Reused; allocates nothing once its buffers have grown. */
public final class FreedomRows {
    private final WorldTree[] trees;
    private final int[] treeOf;
    private final double[] dense;
    private final boolean[] seen;
    private final int[] local;

    public FreedomRows(WorldTree[] trees, int nv) {
        this.trees = trees;
        treeOf = new int[nv];
        dense = new double[nv];
        seen = new boolean[nv];
        local = new int[nv];
        for (int t = 0; t < trees.length; t++) {
            Arrays.fill(treeOf, trees[t].vOffset, trees[t].vOffset + trees[t].nv, t);
        }
    }

    /** How many trees these entries belong to. */
    int treeCount(int[] freedoms, int count) {
        int first = treeOf[freedoms[0]];
        int second = -1;
        for (int k = 1; k < count; k++) {
            int t = treeOf[freedoms[k]];
            if (t != first && t != second) {
                if (second >= 0) {
                    return 3;
                }
                second = t;
            }
        }
        return second < 0 ? 1 : 2;
    }

    /** Adds a row of one entry of v. */
    int add(ConstraintSet set, ConstraintKind kind, int freedom, double coefficient) {
        int t = treeOf[freedom];
        WorldTree tree = trees[t];
        int[] chain = tree.chain(freedom - tree.vOffset);
        int c = set.add(kind, 1, chain.length, t, -1);
        int o = set.values[c];
        for (int k = 0; k < chain.length; k++) {
            set.index[set.support[c] + k] = tree.vOffset + chain[k];
            set.y[o + k] = chain[k] + tree.vOffset == freedom ? coefficient : 0;
        }
        tree.whiten(chain, chain.length, set.y, o);
        return c;
    }

    /**
     * Adds a row of several entries of v, which belong to at most two trees.
     *
     * @param freedoms rising entries of v
     */
    int add(ConstraintSet set, ConstraintKind kind, int[] freedoms, double[] coefficients, int count) {
        int first = treeOf[freedoms[0]];
        int second = treeOf[freedoms[count - 1]];
        int size = mark(first, freedoms, coefficients, count);
        if (second != first) {
            size += mark(second, freedoms, coefficients, count);
        }
        int c = set.add(kind, 1, size, first, second == first ? -1 : second);
        int used = collect(set, c, first, 0);
        if (second != first) {
            collect(set, c, second, used);
        }
        return c;
    }

    private int mark(int t, int[] freedoms, double[] coefficients, int count) {
        WorldTree tree = trees[t];
        int size = 0;
        for (int i = 0; i < count; i++) {
            if (treeOf[freedoms[i]] == t) {
                for (int f : tree.chain(freedoms[i] - tree.vOffset)) {
                    int entry = tree.vOffset + f;
                    size += seen[entry] ? 0 : 1;
                    seen[entry] = true;
                }
                dense[freedoms[i]] += coefficients[i];
            }
        }
        return size;
    }

    private int collect(ConstraintSet set, int c, int t, int column) {
        WorldTree tree = trees[t];
        int used = 0;
        for (int f = 0; f < tree.nv; f++) {
            int entry = tree.vOffset + f;
            if (seen[entry]) {
                local[used] = f;
                set.index[set.support[c] + column + used] = entry;
                set.y[set.values[c] + column + used] = dense[entry];
                seen[entry] = false;
                dense[entry] = 0;
                used++;
            }
        }
        tree.whiten(local, used, set.y, set.values[c] + column);
        return used;
    }
}
