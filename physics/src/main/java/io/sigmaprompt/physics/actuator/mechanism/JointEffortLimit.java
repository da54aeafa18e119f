package io.sigmaprompt.physics.actuator.mechanism;

import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;

/** Gathers what actuators do to the joints, and keeps each joint of one coordinate to its effort limit. */
final class JointEffortLimit {
    /** Gathered effort (nv). */
    final double[] tau;
    /** Gathered implicit diagonal (nv). */
    final double[] diagonal;

    private final double[] limit;
    private final double[] inertia;
    private final StraightLaw line = new StraightLaw();

    JointEffortLimit(RobotModel model, FeltInertia felt) {
        int nv = model.nv();
        tau = new double[nv];
        diagonal = new double[nv];
        inertia = new double[nv];
        limit = new double[nv];
        Arrays.fill(limit, Double.POSITIVE_INFINITY);
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar()) {
                limit[model.vIndex(j)] = joint.limits().effort();
                inertia[model.vIndex(j)] = felt.free(model.vIndex(j));
            }
        }
    }

    void clear() {
        Arrays.fill(tau, 0);
        Arrays.fill(diagonal, 0);
    }

    /** Adds what was gathered, within the limits, to a robot's (Modified). */
    void addTo(double dt, double[] total, double[] totalDiagonal) {
        for (int i = 0; i < tau.length; i++) {
            if (Math.abs(tau[i]) > limit[i]) {
                line.set(tau[i], dt > 0 ? diagonal[i] / dt : 0);
                line.clamp(-limit[i], limit[i], dt, inertia[i]);
                total[i] += line.force;
                totalDiagonal[i] += dt * line.slope;
            } else {
                total[i] += tau[i];
                totalDiagonal[i] += diagonal[i];
            }
        }
    }
}
