package io.sigmaprompt.physics.world.drive;

/** Forward dynamics of the robot as it is assembled, mimics tied to their leaders. */
public sealed interface AccelerationSolver permits TreeAcceleration, MimicAcceleration {
    /** Takes the state, q (nq) and v (nv), for the calls of {@link #solve} that follow. */
    void update(double[] q, double[] v);

    /**
     * Solves {@code (M + diag(diagonal))·vdot = tau - h}.
     *
     * @param tau effort (nv), 0 on followers
     * @param diagonal added inertia (nv), 0 on followers
     * @param vdot Modified. rates of v (nv), followers too
     * @throws io.sigmaprompt.physics.model.BadInputException if the matrix is singular, naming the joint
     */
    void solve(double[] tau, double[] diagonal, double[] vdot);
}
