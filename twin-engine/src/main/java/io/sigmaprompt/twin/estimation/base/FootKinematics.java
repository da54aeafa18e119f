package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.estimation.StateEstimator;

/** Where a foot, or another frame of a robot with a free base, is seen from the base, and how joints move it there. */
public final class FootKinematics {
    private final DrivenJoints joints;
    private final RobotDynamics dynamics;
    private final Frame frame;
    private final int nv;
    private final double[] q;
    private final double[] v;
    private final double[] poses;
    private final double[] jacobian;
    private final double[] place = new double[3];
    private final double[] rate = new double[3];

    /**
     * Of a frame of a robot.
     *
     * @param model with a floating base
     */
    public FootKinematics(RobotModel model, DrivenJoints joints, Frame frame) {
        if (!model.floatingBase()) {
            throw new IllegalArgumentException("'" + model.name() + "' has no free base");
        }
        this.joints = joints;
        this.frame = frame;
        dynamics = CompiledDynamics.of(model);
        nv = model.nv();
        // The base stands in the world's origin, so that the world's axes are its own.
        q = model.neutral();
        v = new double[nv];
        poses = new double[12 * model.links().size()];
        jacobian = new double[6 * nv];
        dynamics.linkPoses(q, poses);
        dynamics.frameJacobian(q, frame, jacobian);
    }

    /** Takes the joints' estimate. */
    public void update(StateEstimator estimate) {
        joints.scatterPosition(estimate.position(), q);
        joints.scatterVelocity(estimate.velocity(), v);
        dynamics.linkPoses(q, poses);
        dynamics.frameJacobian(q, frame, jacobian);
        int link = 12 * frame.link();
        for (int i = 0; i < 3; i++) {
            place[i] = poses[link + 9 + i]
                    + poses[link + 3 * i] * frame.pose().x()
                    + poses[link + 3 * i + 1] * frame.pose().y()
                    + poses[link + 3 * i + 2] * frame.pose().z();
            double sum = 0;
            for (int j = 6; j < nv; j++) {
                sum += jacobian[(3 + i) * nv + j] * v[j];
            }
            rate[i] = sum;
        }
    }

    /** Base axes, m. Live. */
    public double[] place() {
        return place;
    }

    /** Base axes, m/s. Live. */
    public double[] rate() {
        return rate;
    }
}
