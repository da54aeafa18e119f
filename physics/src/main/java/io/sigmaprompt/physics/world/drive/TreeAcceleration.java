package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.dynamics.RobotDynamics;

/** Where nothing mimics, the forward dynamics of the tree as it is. */
public final class TreeAcceleration implements AccelerationSolver {
    private final RobotDynamics dynamics;

    public TreeAcceleration(RobotDynamics dynamics) {
        this.dynamics = dynamics;
    }

    @Override
    public void update(double[] q, double[] v) {
        dynamics.update(q, v);
    }

    @Override
    public void solve(double[] tau, double[] diagonal, double[] vdot) {
        dynamics.solve(tau, diagonal, vdot);
    }
}
