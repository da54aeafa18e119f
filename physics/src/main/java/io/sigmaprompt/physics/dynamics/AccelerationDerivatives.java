package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;

/**
 * The step from derivatives of inverse dynamics to those of forward dynamics (Carpentier, Mansard, Analytical derivatives
 * of rigid body dynamics algorithms, RSS 2018): where {@code vdot = FD(q, v, tau)} and {@code tau = ID(q, v, vdot)},
 *
 * <pre>
 * ∂FD/∂q = -M⁻¹·∂ID/∂q     ∂FD/∂v = -M⁻¹·∂ID/∂v     ∂FD/∂tau = M⁻¹
 * </pre>
 *
 * with M factored along the branches of the tree ({@link TreeFactorization}). Allocates nothing after construction; one
 * thread at a time.
 */
public final class AccelerationDerivatives {
    private final int nv;
    private final TreeFactorization factorization;
    private final BranchSubstitution substitution;
    /** ∂tau/∂q beside ∂tau/∂v, nv rows of 2 nv; then M⁻¹, nv rows of nv. */
    private final double[][] rows;

    /** For a robot's derivatives. */
    public AccelerationDerivatives(RobotModel model) {
        BodyTree tree = new BodyTree(model);
        nv = model.nv();
        factorization = new TreeFactorization(model);
        substitution = new BranchSubstitution(tree);
        rows = new double[nv][2 * nv];
    }

    /**
     * Factors the mass matrix in place.
     *
     * @param matrix Modified. nv x nv
     * @throws io.sigmaprompt.physics.model.BadInputException if it is not positive definite, naming the joint
     */
    public void factor(double[] matrix) {
        factorization.factor(matrix);
    }

    /**
     * Turns derivatives of inverse dynamics into those of forward dynamics.
     *
     * @param factor what {@link #factor} made of the mass matrix
     * @param byQ Modified. ∂tau/∂q becomes ∂vdot/∂q, nv x nv
     * @param byV Modified. ∂tau/∂v becomes ∂vdot/∂v, nv x nv
     * @param byTau Modified. ∂vdot/∂tau, nv x nv; may be the factor itself
     */
    public void turn(double[] factor, double[] byQ, double[] byV, double[] byTau) {
        for (int r = 0; r < nv; r++) {
            System.arraycopy(byQ, r * nv, rows[r], 0, nv);
            System.arraycopy(byV, r * nv, rows[r], nv, nv);
        }
        substitution.solve(factor, rows, 2 * nv);
        for (int r = 0; r < nv; r++) {
            double[] row = rows[r];
            for (int c = 0; c < row.length; c++) {
                row[c] = -row[c];
            }
            System.arraycopy(row, 0, byQ, r * nv, nv);
            System.arraycopy(row, nv, byV, r * nv, nv);
        }
        substitution.invert(factor, rows);
        for (int r = 0; r < nv; r++) {
            System.arraycopy(rows[r], 0, byTau, r * nv, nv);
        }
    }
}
