package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.spatial.Rotation;
import io.sigmaprompt.physics.spatial.SpatialTransform;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import org.jspecify.annotations.Nullable;

/** Turns a robot's joints into the poses of its links, and a divergence into their colours. One thread. */
final class FigurePoser {
    /** A difference in position that is coloured fully, radians or metres. */
    private static final double FULL_DIFFERENCE = 0.05;

    /** Share of the residual's limit from which on it is coloured: what is usual stays calm. */
    private static final double CALM = 0.4;

    private final RobotModel model;
    private final DrivenJoints joints;
    private final RobotDynamics kinematics;
    private final double[] q;
    private final double[] transforms;
    private final double residualSigma;

    FigurePoser(RobotModel model, double[] start, double residualSigma) {
        this.model = model;
        this.residualSigma = residualSigma;
        joints = new DrivenJoints(model);
        kinematics = CompiledDynamics.of(model);
        transforms = new double[SpatialTransform.SIZE * model.links().size()];
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
     * How far each link is from its ghost: by the positions of all joints that carry it, or by its own joint's residual.
     *
     * @param robot the robot's joints
     * @param ghost the ghost's, in the same order
     * @return one a link, in [0, 1]
     */
    double[] differences(JointStateRecord robot, JointStateRecord ghost, @Nullable DivergenceRecord divergence) {
        double[] carried = new double[model.links().size()];
        double[] shown = new double[model.links().size()];
        for (int i = 0; i < model.joints().size(); i++) {
            int parent = model.parentLink(i);
            int record = robot.names().indexOf(model.joints().get(i).name());
            double own = 0;
            double residual = 0;
            if (record >= 0) {
                own = Math.abs(robot.position()[record] - ghost.position()[record]) / FULL_DIFFERENCE;
                residual = divergence == null ? 0 : residual(divergence.sigma()[record]);
            } else {
                residual = shown[parent];
            }
            carried[i + 1] = Math.min(1, carried[parent] + own);
            shown[i + 1] = Math.max(carried[i + 1], residual);
        }
        return shown;
    }

    private double residual(double sigma) {
        return Double.isNaN(sigma) ? 0 : Math.clamp((sigma / residualSigma - CALM) / (1 - CALM), 0.0, 1.0);
    }
}
