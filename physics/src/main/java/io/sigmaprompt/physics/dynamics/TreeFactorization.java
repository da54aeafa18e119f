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
    private final BranchSubstitution substitution;
    /** A block of right sides, nv rows. */
    private final double[][] rows;

    /** For a robot's mass matrices. */
    public TreeFactorization(RobotModel model) {
        BodyTree tree = new BodyTree(model);
        pivots = new PivotCheck(tree);
        nv = model.nv();
        rows = new double[nv][BLOCK];
        substitution = new BranchSubstitution(tree);
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
            int[] carriers = substitution.carrier[k];
            for (int n = carriers.length - 1; n >= 0; n--) {
                int i = carriers[n];
                double share = matrix[row + i] / pivot;
                for (int l = 0; l <= n; l++) {
                    matrix[i * nv + carriers[l]] -= share * matrix[row + carriers[l]];
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
