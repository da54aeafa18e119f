package io.sigmaprompt.physics.world.constraint;

import io.sigmaprompt.physics.constraint.ConstraintKind;
import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.world.tree.BodyMap;
import io.sigmaprompt.physics.world.tree.FreeBody;
import io.sigmaprompt.physics.world.tree.WorldTree;
import java.util.Arrays;

/**
 * Writes the rows of constraints between two bodies: what forces on the second and their opposites on the first do to w.
 * Reused from constraint to constraint; allocates nothing once its buffers have grown.
 */
public final class PairRows {
    private final BodyMap map;
    /** Freedoms of one tree that move either of two links. */
    private int[] union = new int[64];

    private double[] part = new double[64];

    public PairRows(BodyMap map) {
        this.map = map;
    }

    /** Whether a force between two bodies moves anything. */
    public boolean movable(int first, int second) {
        return map.block(first) >= 0 || map.block(second) >= 0;
    }

    /** Whether each of two bodies stands still or flies by itself. */
    public boolean free(int first, int second) {
        return free(first) && free(second);
    }

    private boolean free(int body) {
        return map.block(body) < 0 || map.tree(body) instanceof FreeBody;
    }

    /**
     * Adds a constraint whose rows are the given forces.
     *
     * @param first body, or -1
     * @param second another body, or -1; at least one of both moves
     * @param wrenches rows of 6: moment about the world's origin and force on the second body, world axes
     * @return the constraint's number in the set
     */
    public int add(ConstraintSet set, ConstraintKind kind, int rows, int first, int second, double[] wrenches) {
        int a = map.block(first);
        int b = map.block(second);
        if (a >= 0 && a == b) {
            return addWithin(set, kind, rows, first, second, wrenches);
        }
        int[] moversA = a < 0 ? null : map.tree(first).movers(map.link(first));
        int[] moversB = b < 0 ? null : map.tree(second).movers(map.link(second));
        int sizeA = moversA == null ? 0 : moversA.length;
        int size = sizeA + (moversB == null ? 0 : moversB.length);
        int c = set.add(kind, rows, size, a < 0 ? b : a, a < 0 ? -1 : b);
        if (moversA != null) {
            write(set, c, first, -1, moversA, 0, wrenches);
        }
        if (moversB != null) {
            write(set, c, second, 1, moversB, sizeA, wrenches);
        }
        return c;
    }

    private void write(ConstraintSet set, int c, int body, double sign, int[] movers, int column, double[] wrenches) {
        WorldTree tree = map.tree(body);
        int s = set.support[c] + column;
        for (int k = 0; k < movers.length; k++) {
            set.index[s + k] = tree.vOffset + movers[k];
        }
        int size = set.supportSize[c];
        for (int r = 0; r < set.rows[c]; r++) {
            int o = set.values[c] + r * size + column;
            tree.project(map.link(body), sign, wrenches, 6 * r, set.y, o);
            tree.whiten(movers, movers.length, set.y, o);
        }
    }

    /** Two links of one tree: what moves both cancels in the forces, but not in w. */
    private int addWithin(ConstraintSet set, ConstraintKind kind, int rows, int first, int second, double[] wrenches) {
        WorldTree tree = map.tree(first);
        int[] moversA = tree.movers(map.link(first));
        int[] moversB = tree.movers(map.link(second));
        int size = unite(moversA, moversB);
        int c = set.add(kind, rows, size, map.block(first), -1);
        for (int k = 0; k < size; k++) {
            set.index[set.support[c] + k] = tree.vOffset + union[k];
        }
        for (int r = 0; r < rows; r++) {
            int o = set.values[c] + r * size;
            Arrays.fill(set.y, o, o + size, 0);
            scatter(tree, map.link(first), -1, moversA, wrenches, 6 * r, set.y, o);
            scatter(tree, map.link(second), 1, moversB, wrenches, 6 * r, set.y, o);
            tree.whiten(union, size, set.y, o);
        }
        return c;
    }

    private int unite(int[] a, int[] b) {
        if (union.length < a.length + b.length) {
            union = new int[2 * (a.length + b.length)];
            part = new double[union.length];
        }
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < a.length || j < b.length) {
            int x = i < a.length ? a[i] : Integer.MAX_VALUE;
            int y = j < b.length ? b[j] : Integer.MAX_VALUE;
            union[n++] = Math.min(x, y);
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return n;
    }

    private void scatter(
            WorldTree tree, int link, double sign, int[] movers, double[] wrenches, int wo, double[] y, int o) {
        tree.project(link, sign, wrenches, wo, part, 0);
        int u = 0;
        for (int k = 0; k < movers.length; k++) {
            while (union[u] != movers[k]) {
                u++;
            }
            y[o + u] += part[k];
        }
    }
}
