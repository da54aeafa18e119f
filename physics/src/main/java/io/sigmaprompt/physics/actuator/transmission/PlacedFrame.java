package io.sigmaprompt.physics.actuator.transmission;

import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;

/** Where a frame of a robot is in the world, and how it moves with the joints. */
public final class PlacedFrame {
    final Frame frame;
    /** R (3 x 3, frame to world), then the origin, world. */
    public final double[] pose = new double[SpatialTransform.SIZE];
    /** 6 x nv, world axes at the frame's origin, angular first. */
    final double[] jacobian;

    private final RobotDynamics dynamics;
    private final double[] local = new double[SpatialTransform.SIZE];

    public PlacedFrame(RobotDynamics dynamics, Frame frame) {
        this.dynamics = dynamics;
        this.frame = frame;
        jacobian = new double[6 * dynamics.model().nv()];
        Pose p = frame.pose();
        Rotation.fromQuaternion(new double[] {p.qx(), p.qy(), p.qz(), p.qw()}, 0, local, 0);
        local[9] = p.x();
        local[10] = p.y();
        local[11] = p.z();
    }

    /**
     * Places it.
     *
     * @param linkPoses of its robot at q, 12 a link
     */
    public void update(double[] q, double[] linkPoses) {
        SpatialTransform.compose(linkPoses, SpatialTransform.SIZE * frame.link(), local, 0, pose, 0);
        dynamics.frameJacobian(q, frame, jacobian);
    }

    /** Component of {@code Jᵀ·wrench} for a wrench of a moment and a force, world axes: that of velocity {@code dof}. */
    public double along(int dof, double[] moment, double[] force) {
        int nv = dynamics.model().nv();
        return jacobian[dof] * moment[0]
                + jacobian[nv + dof] * moment[1]
                + jacobian[2 * nv + dof] * moment[2]
                + jacobian[3 * nv + dof] * force[0]
                + jacobian[4 * nv + dof] * force[1]
                + jacobian[5 * nv + dof] * force[2];
    }

    /** Turns a vector of the frame, three numbers at {@code o}, to the world's axes. */
    void toWorld(double[] vector, int o, double[] out) {
        for (int r = 0; r < 3; r++) {
            out[r] = pose[3 * r] * vector[o] + pose[3 * r + 1] * vector[o + 1] + pose[3 * r + 2] * vector[o + 2];
        }
    }

    /** Turns a vector of the world to the frame's axes. */
    void toFrame(double x, double y, double z, double[] out) {
        for (int k = 0; k < 3; k++) {
            out[k] = pose[k] * x + pose[3 + k] * y + pose[6 + k] * z;
        }
    }
}
