package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.workbench.divergence.DivergenceScale;
import io.sigmaprompt.workbench.divergence.JointDivergence;
import org.jspecify.annotations.Nullable;

/** Turns a robot's joints into the poses of its links, and a divergence into their colours. One thread. */
final class FigurePoser {
    private final RobotModel model;
    private final DrivenJoints joints;
    private final RobotDynamics kinematics;
    private final double[] q;
    private final double[] transforms;
    private final double[] amounts;

    FigurePoser(RobotModel model, double[] start) {
        this.model = model;
        joints = new DrivenJoints(model);
        kinematics = CompiledDynamics.of(model);
        transforms = new double[SpatialTransform.SIZE * model.links().size()];
        amounts = new double[model.links().size()];
        q = start.clone();
    }

    RobotModel model() {
        return model;
    }

    /** The configuration that was posed last; nq entries, live. */
    double[] q() {
        return q;
    }

    /** Puts a floating base where telemetry tells it to be; a fixed one stays. */
    void moveBase(@Nullable BaseStateRecord base) {
        if (base == null || !model.floatingBase()) {
            return;
        }
        System.arraycopy(base.position(), 0, q, 0, 3);
        if (base.orientation().length == 4) {
            System.arraycopy(base.orientation(), 0, q, 3, 4);
        }
    }

    /** Poses of the links where the joints stand so, or as they stood last where {@code state} is null. */
    double[] links(@Nullable JointStateRecord state) {
        if (state != null) {
            double[] driven = new double[joints.count()];
            for (int i = 0; i < state.names().size(); i++) {
                int drive = joints.index(state.names().get(i));
                if (drive >= 0) {
                    driven[drive] = state.position()[i];
                }
            }
            joints.scatterPosition(driven, q);
        }
        kinematics.linkPoses(q, transforms);
        double[] poses = new double[7 * model.links().size()];
        for (int i = 0; i < model.links().size(); i++) {
            int o = SpatialTransform.SIZE * i;
            System.arraycopy(transforms, o + 9, poses, 7 * i, 3);
            Rotation.toQuaternion(transforms, o, poses, 7 * i + 3);
        }
        return poses;
    }

    /**
     * How much each link's ghost is coloured: by the divergence of the joint that moves it, that of the nearest measured
     * joint towards the root where its own is fixed or follows another.
     *
     * @return one a link, in [0, 1], NaN where it is not known; written anew by the next call
     */
    double[] divergences(@Nullable DivergenceRecord divergence) {
        // Nothing moves the root, so nothing sets it apart.
        amounts[0] = 0;
        for (int i = 0; i < model.joints().size(); i++) {
            Joint joint = model.joints().get(i);
            int index = divergence == null ? -1 : divergence.names().indexOf(joint.name());
            if (index >= 0 && divergence != null) {
                amounts[i + 1] = DivergenceScale.amount(JointDivergence.sigma(divergence, index));
            } else {
                amounts[i + 1] = joints.index(joint.name()) >= 0 ? Double.NaN : amounts[model.parentLink(i)];
            }
        }
        return amounts;
    }
}
