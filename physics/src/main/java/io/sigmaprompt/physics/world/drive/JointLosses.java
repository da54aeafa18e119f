package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;

/**
 * Armature, viscous damping and Coulomb friction of each drive, those of followers brought home to their leaders.
 * Joints of several coordinates have none.
 *
 * <p>Friction is {@code F} against the motion, and inside a band of {@link #CREEP} around rest whatever holds the joint
 * there: evaluated at the step's end, so that a held joint creeps by a microradian a second at most.
 */
public final class JointLosses {
    /** Speed of a joint that is held by its full friction, rad/s or m/s. */
    static final double CREEP = 1e-6;
    /** Commanded speed around which the compensation of friction changes its sign, rad/s or m/s. */
    private static final double COMPENSATION_WIDTH = 1e-3;

    /** Armature (nv), 0 on followers. */
    public final double[] armature;
    /** Damping now, N m s/rad or N s/m (nv), 0 on followers. */
    final double[] damping;

    private final double[] nominalDamping;
    private final double[] nominalFriction;
    private final double[] factor;
    private final int[] dof;

    public JointLosses(RobotModel model, Drives drives, MimicReduction mimics) {
        int nv = model.nv();
        armature = new double[nv];
        damping = new double[nv];
        double[] friction = new double[nv];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar()) {
                JointDynamics losses = joint.dynamics();
                armature[model.vIndex(j)] = losses.armature();
                damping[model.vIndex(j)] = losses.damping();
                friction[model.vIndex(j)] = losses.friction();
            }
        }
        mimics.gatherLosses(armature, 2);
        mimics.gatherLosses(damping, 2);
        mimics.gatherLosses(friction, 1);
        dof = drives.v;
        nominalDamping = new double[drives.count];
        nominalFriction = new double[drives.count];
        factor = new double[drives.count];
        Arrays.fill(factor, 1);
        for (int d = 0; d < drives.count; d++) {
            nominalDamping[d] = damping[dof[d]];
            nominalFriction[d] = friction[dof[d]];
        }
    }

    /** Multiplies friction and damping of a drive's joint; 1 is healthy. */
    public void scale(int drive, double by) {
        factor[drive] = by;
        damping[dof[drive]] = nominalDamping[drive] * by;
    }

    public double factor(int drive) {
        return factor[drive];
    }

    /** Greatest friction of the drive's joint now, N m or N. */
    double friction(int drive) {
        return nominalFriction[drive] * factor[drive];
    }

    /** Effort that overcomes the healthy joint's losses at this velocity. */
    double compensation(int drive, double velocity) {
        double direction = velocity / Math.sqrt(velocity * velocity + COMPENSATION_WIDTH * COMPENSATION_WIDTH);
        return nominalDamping[drive] * velocity + nominalFriction[drive] * direction;
    }
}
