package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns MuJoCo's qpos and qvel into the model's q and v. The joints have the same order; quaternions there are (w, x, y,
 * z), and a free joint's velocity is linear (world axes), then angular (body axes).
 */
final class Coordinates {
    private final RobotModel model;

    Coordinates(RobotModel model) {
        this.model = model;
    }

    List<Double> position(double[] qpos) {
        double[] q = qpos.clone();
        for (int j = 0; j < model.joints().size(); j++) {
            int quaternion = model.joints().get(j).type().quaternion();
            if (quaternion >= 0) {
                int at = model.qIndex(j) + quaternion;
                double norm = Math.sqrt(qpos[at] * qpos[at]
                        + qpos[at + 1] * qpos[at + 1]
                        + qpos[at + 2] * qpos[at + 2]
                        + qpos[at + 3] * qpos[at + 3]);
                boolean none = norm < 1e-14;
                q[at] = none ? 0 : qpos[at + 1] / norm;
                q[at + 1] = none ? 0 : qpos[at + 2] / norm;
                q[at + 2] = none ? 0 : qpos[at + 3] / norm;
                q[at + 3] = none ? 1 : qpos[at] / norm;
            }
        }
        return Words.list(q);
    }

    /**
     * The velocity.
     *
     * @param q of the same state, in the model's layout
     */
    List<Double> velocity(double[] qvel, List<Double> q) {
        double[] v = qvel.clone();
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type() != JointType.FLOATING) {
                continue;
            }
            int at = model.vIndex(j);
            int o = model.qIndex(j) + 3;
            double[] r = new Pose(0, 0, 0, q.get(o), q.get(o + 1), q.get(o + 2), q.get(o + 3)).rotation();
            for (int i = 0; i < 3; i++) {
                v[at + i] = qvel[at + 3 + i];
                v[at + 3 + i] = r[i] * qvel[at] + r[3 + i] * qvel[at + 1] + r[6 + i] * qvel[at + 2];
            }
        }
        return Words.list(v);
    }

    /** The configuration that the file draws. */
    List<Double> reference(Body world) {
        List<Double> q = new ArrayList<>();
        for (Body body : world.all()) {
            for (HangingJoint joint : body.joints) {
                switch (joint.type()) {
                    case FLOATING -> {
                        Pose p = body.inWorld;
                        q.addAll(Words.list(p.x(), p.y(), p.z(), p.qx(), p.qy(), p.qz(), p.qw()));
                    }
                    case SPHERICAL -> q.addAll(List.of(0.0, 0.0, 0.0, 1.0));
                    default -> q.add(joint.reference());
                }
            }
        }
        return q;
    }
}
