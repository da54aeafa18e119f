package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

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
    private final double[] believedArmature;
    private final double[] believedDamping;
    private final double[] believedFriction;
    private final double[] factor;
    private final double[] brake;
    private final int[] dof;

    public JointLosses(RobotModel model, RobotModel believed, Drives drives, MimicReduction mimics) {
        armature = gather(model, mimics, JointDynamics::armature, 2);
        damping = gather(model, mimics, JointDynamics::damping, 2);
        dof = drives.v;
        nominalDamping = driven(damping);
        nominalFriction = driven(gather(model, mimics, JointDynamics::friction, 1));
        believedArmature = driven(gather(believed, mimics, JointDynamics::armature, 2));
        believedDamping = driven(gather(believed, mimics, JointDynamics::damping, 2));
        believedFriction = driven(gather(believed, mimics, JointDynamics::friction, 1));
        factor = new double[drives.count];
        Arrays.fill(factor, 1);
        brake = new double[drives.count];
    }

    private static double[] gather(
            RobotModel model, MimicReduction mimics, ToDoubleFunction<JointDynamics> loss, int power) {
        double[] gathered = new double[model.nv()];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar()) {
                gathered[model.vIndex(j)] = loss.applyAsDouble(joint.dynamics());
            }
        }
        mimics.gatherLosses(gathered, power);
        return gathered;
    }

    private double[] driven(double[] all) {
        double[] picked = new double[dof.length];
        for (int d = 0; d < picked.length; d++) {
            picked[d] = all[dof[d]];
        }
        return picked;
    }

    /** Multiplies friction and damping of a drive's joint; 1 is healthy. */
    public void scale(int drive, double by) {
        factor[drive] = by;
        damping[dof[drive]] = nominalDamping[drive] * by;
    }

    public double factor(int drive) {
        return factor[drive];
    }

    /** Presses a brake that resists with this much effort, N m or N; 0 lets go. */
    public void brake(int drive, double effort) {
        brake[drive] = effort;
    }

    public double brake(int drive) {
        return brake[drive];
    }

    /** Greatest friction of the drive's joint now, N m or N. */
    double friction(int drive) {
        return nominalFriction[drive] * factor[drive] + brake[drive];
    }

    /** Armature that the controller counts with. */
    public double believedArmature(int drive) {
        return believedArmature[drive];
    }

    /** Effort that overcomes the losses at this velocity of the joint that the controller believes in. */
    double compensation(int drive, double velocity) {
        double direction = velocity / Math.sqrt(velocity * velocity + COMPENSATION_WIDTH * COMPENSATION_WIDTH);
        return believedDamping[drive] * velocity + believedFriction[drive] * direction;
    }
}
