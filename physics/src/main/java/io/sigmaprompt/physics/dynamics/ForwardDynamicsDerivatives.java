package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;

/**
 * Derivatives of forward dynamics by those of inverse dynamics (Carpentier, Mansard, Analytical derivatives of rigid
 * body dynamics algorithms, RSS 2018, eq. 12): where {@code vdot = FD(q, v, tau)} and {@code tau = ID(q, v, vdot)},
 *
 * <pre>
 * ∂FD/∂q = -M⁻¹·∂ID/∂q     ∂FD/∂v = -M⁻¹·∂ID/∂v     ∂FD/∂tau = M⁻¹
 * </pre>
 *
 * with M factored along the branches of the tree ({@link TreeFactorization}). Allocates nothing after construction; one
 * thread at a time.
 */
public final class ForwardDynamicsDerivatives {
    private final int nv;
    private final NewtonEulerDerivatives inverse;
    private final TreeFactorization factorization;
    private final BranchSubstitution substitution;
    private final double[] factor;
    private final double[][] rows;
    private final double[] zero;

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public ForwardDynamicsDerivatives(RobotModel model, Vec3 gravity) {
        nv = model.nv();
        inverse = new NewtonEulerDerivatives(model, gravity);
        factorization = new TreeFactorization(model);
        substitution = new BranchSubstitution(inverse.tree);
        factor = new double[nv * nv];
        rows = new double[nv][2 * nv];
        zero = new double[nv];
    }

    /**
     * Forward dynamics and its derivatives.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param tau generalised force (nv), N m and N
     * @param vdot Modified. forward dynamics itself (nv)
     * @param byQ Modified. ∂vdot/∂q along the motion that v describes, nv x nv, row-major
     * @param byV Modified. ∂vdot/∂v, nv x nv, row-major
     * @param byTau Modified. ∂vdot/∂tau, the inverse of the mass matrix, nv x nv, symmetric
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular, naming the joint
     */
    public void derivatives(
            double[] q, double[] v, double[] tau, double[] vdot, double[] byQ, double[] byV, double[] byTau) {
        inverse.update(q, v);
        inverse.massMatrix(factor);
        factorization.factor(factor);
        inverse.accelerate(zero);
        inverse.inverseDynamics(vdot);
        for (int i = 0; i < nv; i++) {
            vdot[i] = tau[i] - vdot[i];
        }
        factorization.solve(factor, vdot, 1);
        inverse.accelerate(vdot);
        inverse.differentiate(byQ, byV);
        solveNegative(byQ, byV);
        substitution.invert(factor, rows);
        for (int r = 0; r < nv; r++) {
            System.arraycopy(rows[r], 0, byTau, r * nv, nv);
        }
    }

    /** Replaces both by what M makes of their negative. */
    private void solveNegative(double[] byQ, double[] byV) {
        for (int r = 0; r < nv; r++) {
            System.arraycopy(byQ, r * nv, rows[r], 0, nv);
            System.arraycopy(byV, r * nv, rows[r], nv, nv);
        }
        substitution.solve(factor, rows, 2 * nv);
        for (int r = 0; r < nv; r++) {
            double[] row = rows[r];
            for (int c = 0; c < nv; c++) {
                byQ[r * nv + c] = -row[c];
                byV[r * nv + c] = -row[nv + c];
            }
        }
    }
}
