package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;

/**
 * The mass matrix factored in place, {@code M = Lᵀ·D·L} with L unit lower triangular, and systems solved with it. L has
 * M's sparsity: the row of a freedom is zero but at the freedoms between it and the world, so that the cost is that of
 * the tree's depth, not of its size (Featherstone, Rigid Body Dynamics Algorithms, 2008, section 6.5, tables 6.3 to
 * 6.6). Allocates nothing after construction; one thread at a time.
 */
public final class TreeFactorization {
    private static final int BLOCK = 64;

    private final PivotCheck pivots;
    private final int nv;
    /** The next freedom towards the world, or -1. */
    private final int[] parent;

    private final BranchSubstitution substitution;
    /** A block of right sides, nv rows. */
    private final double[][] rows;

    /** For a robot's mass matrices. */
    public TreeFactorization(RobotModel model) {
        BodyTree tree = new BodyTree(model);
        pivots = new PivotCheck(tree);
        nv = model.nv();
        parent = new int[nv];
        rows = new double[nv][BLOCK];
        substitution = new BranchSubstitution(tree);
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
     * @throws io.sigmaprompt.physics.model.BadInputException if it is not positive definite, naming the joint
     */
    public void factor(double[] matrix) {
        for (int k = nv - 1; k >= 0; k--) {
            int row = k * nv;
            double pivot = matrix[row + k];
            pivots.require(k, pivot);
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
     * Solves {@code M·x = b} for several right sides. Each column is computed by itself, in the same order however many
     * there are.
     *
     * @param factor what {@link #factor} made of M, nv x nv
     * @param b Modified. nv x columns, row-major; becomes x
     */
    public void solve(double[] factor, double[] b, int columns) {
        for (int first = 0; first < columns; first += BLOCK) {
            int width = Math.min(BLOCK, columns - first);
            for (int k = 0; k < nv; k++) {
                System.arraycopy(b, k * columns + first, rows[k], 0, width);
            }
            substitution.solve(factor, rows, width);
            for (int k = 0; k < nv; k++) {
                System.arraycopy(rows[k], 0, b, k * columns + first, width);
            }
        }
    }
}
