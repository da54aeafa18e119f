package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * The mass matrix factored in place, {@code M = Lᵀ·D·L} with L unit lower triangular, and systems solved with it. L has
 * M's sparsity: the row of a freedom is zero but at the freedoms between it and the world, so that the cost is that of
 * the tree's depth, not of its size (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 6.5, tables 6.3 to
 * 6.6). Allocates nothing after construction; one thread at a time.
 */
public final class TreeFactorization {
    private final BodyTree tree;
    private final int nv;
    /** The next freedom towards the world, or -1. */
    private final int[] parent;

    /** For a robot's mass matrices. */
    public TreeFactorization(RobotModel model) {
        tree = new BodyTree(model);
        nv = model.nv();
        parent = new int[nv];
        for (int b = 1; b < tree.bodies; b++) {
            int p = tree.parent[b];
            int first = tree.v[b];
            parent[first] = p > 0 ? tree.v[p] + tree.axes[p].length - 1 : -1;
            for (int k = 1; k < tree.axes[b].length; k++) {
                parent[first + k] = first + k - 1;
            }
        }
    }

    /**
     * Factors a mass matrix of this robot, to whose diagonal something may have been added.
     *
     * @param matrix Modified. nv x nv, row-major, of which the lower triangle is read; that becomes L, its diagonal D
     * @throws BadInputException if it is not positive definite, naming the joint
     */
    public void factor(double[] matrix) {
        for (int k = nv - 1; k >= 0; k--) {
            int row = k * nv;
            double pivot = matrix[row + k];
            if (!(pivot > 0 && pivot <= Double.MAX_VALUE)) {
                throw new BadInputException(
                        "robot '" + tree.model.name() + "', " + tree.owner(k),
                        "expected a positive definite mass matrix, found a pivot of " + pivot,
                        "Give the links that this joint carries mass and inertia, or the joint armature.");
            }
            for (int i = parent[k]; i >= 0; i = parent[i]) {
                double share = matrix[row + i] / pivot;
                for (int j = i; j >= 0; j = parent[j]) {
                    matrix[i * nv + j] -= share * matrix[row + j];
                }
                matrix[row + i] = share;
            }
        }
    }

    /**
     * Solves {@code M·x = b} for several right sides. The columns are the inner loop, each by itself, so that they may be
     * computed side by side without a sum changing its order.
     *
     * @param factor what {@link #factor} made of M, nv x nv
     * @param b Modified. nv x columns, row-major; becomes x
     */
    public void solve(double[] factor, double[] b, int columns) {
        for (int k = nv - 1; k >= 0; k--) {
            for (int i = parent[k]; i >= 0; i = parent[i]) {
                subtract(b, columns, i, factor[k * nv + i], k);
            }
        }
        for (int k = 0; k < nv; k++) {
            double pivot = factor[k * nv + k];
            for (int c = k * columns; c < (k + 1) * columns; c++) {
                b[c] /= pivot;
            }
            for (int i = parent[k]; i >= 0; i = parent[i]) {
                subtract(b, columns, k, factor[k * nv + i], i);
            }
        }
    }

    /** Row {@code to} loses {@code share} times row {@code from}. */
    private static void subtract(double[] b, int columns, int to, double share, int from) {
        int t = to * columns;
        int f = from * columns;
        for (int c = 0; c < columns; c++) {
            b[t + c] -= share * b[f + c];
        }
    }
}
