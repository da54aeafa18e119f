package io.sigmaprompt.physics.world.contact;

import io.sigmaprompt.physics.constraint.ConstraintSet;
import io.sigmaprompt.physics.model.Softness;

/**
 * Contacts that are asked to yield: {@code force = -k·gap - d·velocity}, never pulling, the spring stepped so that it keeps
 * energy as long as the step resolves it (twenty steps a period or more), and implicitly beyond, where it loses some. A
 * description asks for it by MuJoCo's direct solref, minus a stiffness and minus a damping per unit of mass, or by SDF's
 * kp and kd.
 */
public final class ContactCompliance {
    /** Greatest phase, radians, that the spring may turn in a step to be stepped without loss. */
    public static final double RESOLVED = 0.35;

    private static final double LEAST_DAMPING = 1e-6;

    private ContactCompliance() {}

    public static boolean yields(Softness softness) {
        return softness.timeConstant() < 0;
    }

    /**
     * Sets compliance and bias of a contact whose only row is the normal's.
     *
     * @param speed at which its bodies part at the step's start, where they go with the mean of their old and new velocity:
     *     the spring is then taken at the step's middle, so that coming and going are each other's mirror image (Hairer,
     *     Lubich, Wanner, Geometric Numerical Integration, 2006, section I.1.4); else 0
     * @return whether the step resolves the spring
     */
    static boolean apply(Softness softness, double gap, double speed, double dt, ConstraintSet set, int c) {
        double mobility = 0;
        int o = set.values[c];
        for (int k = 0; k < set.supportSize[c]; k++) {
            mobility += set.y[o + k] * set.y[o + k];
        }
        double hardness = softness.perMass() ? softness.farImpedance() : 1;
        double unit = softness.perMass() ? 1 : mobility;
        double square = unit * -softness.timeConstant() / (hardness * hardness);
        double rate = unit * Math.max(0, -softness.dampingRatio()) / hardness;
        double phase = dt * Math.sqrt(square);
        boolean resolved = phase <= RESOLVED;
        double ahead = resolved ? 0 : 1;
        // Impulse over velocity, per unit of 1/mobility.
        double slope = Math.max(LEAST_DAMPING, dt * rate + ahead * phase * phase);
        set.compliance[c] = mobility / slope;
        double middle = resolved ? gap + 0.5 * dt * speed : gap;
        set.bias[set.row[c]] = middle * dt * square / slope;
        return resolved;
    }
}
