package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.StraightLaw;

/**
 * Dry friction made smooth at rest: {@code -level·v / √(v² + band²)}, with the slope of that curve implicit.
 *
 * <p>The band is no narrower than what the friction can stop in one step, {@code dt·level / inertia}, for the least inertia
 * that can be on the joint. Then the implicit step never carries a joint through rest by more than it had, at any dt: at
 * rest the slope alone gives {@code v' = v·m / (m + dt·level/band)}. A joint that is held by less than the level therefore
 * creeps at a speed within the band; true sticking is a constraint's.
 */
final class DryFriction {
    /** Narrowest band, rad/s or m/s. */
    private static final double CREEP = 1e-6;

    private DryFriction() {}

    /** The friction over a step, into {@code out}; {@code inertia} is the least there can be, above zero. */
    static void evaluate(double level, double speed, double dt, double inertia, StraightLaw out) {
        double band = Math.max(CREEP, dt * level / inertia);
        double square = speed * speed + band * band;
        double root = Math.sqrt(square);
        out.set(-level * speed / root, level * band * band / (square * root));
    }
}
