package io.sigmaprompt.physics.dynamics;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;

/**
 * Derivatives of forward dynamics by those of inverse dynamics, see {@link NewtonEulerDerivatives} and {@link
 * AccelerationDerivatives}. Allocates nothing after construction; one thread at a time.
 */
public final class ForwardDynamicsDerivatives {
    private final ArticulatedBody forward;
    private final NewtonEulerDerivatives inverse;
    private final AccelerationDerivatives turn;
    private final double[] factor;

    /**
     * For a robot under a gravity of one's own.
     *
     * @param gravity acceleration of free fall in the world frame, m/s²
     */
    public ForwardDynamicsDerivatives(RobotModel model, Vec3 gravity) {
        forward = new ArticulatedBody(model, gravity);
        inverse = new NewtonEulerDerivatives(model, gravity);
        turn = new AccelerationDerivatives(model);
        factor = new double[model.nv() * model.nv()];
    }

    /**
     * Forward dynamics and its derivatives.
     *
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param tau generalised force (nv), N m and N
     * @param vdot Modified. forward dynamics itself (nv), to the bit what {@link ArticulatedBody} answers
     * @param byQ Modified. ∂vdot/∂q along the motion that v describes, nv x nv, row-major
     * @param byV Modified. ∂vdot/∂v, nv x nv, row-major
     * @param byTau Modified. ∂vdot/∂tau, the inverse of the mass matrix, nv x nv, symmetric
     * @throws io.sigmaprompt.physics.model.BadInputException if the mass matrix is singular, naming the joint
     */
    public void derivatives(
            double[] q, double[] v, double[] tau, double[] vdot, double[] byQ, double[] byV, double[] byTau) {
        forward.forwardDynamics(q, v, tau, vdot);
        inverse.derivatives(q, v, vdot, byQ, byV);
        inverse.massMatrix(factor);
        turn.factor(factor);
        turn.turn(factor, byQ, byV, byTau);
    }
}
