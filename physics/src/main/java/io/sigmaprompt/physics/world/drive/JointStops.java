package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;

/**
 * The position limits of the drives as stops without bounce: a joint may not move so fast that it would pass its limit
 * within the step. A stop only ever pushes inwards and never gives a joint speed, so it takes energy and adds none. A
 * joint that was put outside its limits may come back but not go further.
 */
public final class JointStops {
    /** How much stiffer than the joint's own inertia a stop is. */
    private static final double HARDNESS = 1e8;

    private final double[] lower;
    private final double[] upper;
    private final double[] inertia;

    public JointStops(RobotModel model, Drives drives, double[] inertia) {
        this.inertia = inertia;
        lower = new double[drives.count];
        upper = new double[drives.count];
        for (int d = 0; d < drives.count; d++) {
            JointLimits limits = model.joints().get(drives.joint[d]).limits();
            lower[d] = limits.lower();
            upper[d] = limits.upper();
        }
    }

    /** Least velocity that does not pass the lower limit within dt. */
    double slowest(int drive, double q, double dt) {
        return Math.min(0, (lower[drive] - q) / dt);
    }

    /** Greatest velocity that does not pass the upper limit within dt. */
    double fastest(int drive, double q, double dt) {
        return Math.max(0, (upper[drive] - q) / dt);
    }

    /** Effort per velocity beyond the allowed. */
    double stiffness(int drive, double dt) {
        return HARDNESS * inertia[drive] / dt;
    }

    /** Whether a joint that stood within its limits at {@code before} (nq) is outside at {@code after} (nq). */
    public boolean passed(Drives drives, double[] before, double[] after) {
        for (int d = 0; d < lower.length; d++) {
            double from = before[drives.q[d]];
            double to = after[drives.q[d]];
            if (to > upper[d] && from <= upper[d] || to < lower[d] && from >= lower[d]) {
                return true;
            }
        }
        return false;
    }
}
