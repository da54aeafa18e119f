package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.dynamics.ArticulatedBody;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;

/** Where nothing mimics, the articulated-body algorithm alone. */
final class TreeAcceleration implements AccelerationSolver {
    private final ArticulatedBody articulatedBody;

    TreeAcceleration(RobotModel model, Vec3 gravity) {
        articulatedBody = new ArticulatedBody(model, gravity);
    }

    @Override
    public void update(double[] q, double[] v) {
        articulatedBody.update(q, v);
    }

    @Override
    public void solve(double[] tau, double[] diagonal, double[] vdot) {
        articulatedBody.solve(tau, diagonal, vdot);
    }
}
