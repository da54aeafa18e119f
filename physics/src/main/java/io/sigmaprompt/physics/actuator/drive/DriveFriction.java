package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.Range;

/**
 * Friction at the joint: {@code coulomb + (breakaway - coulomb)·exp(-(v/stribeckSpeed)²)} against the motion, and viscous
 * (Armstrong-Hélouvry, Dupont, Canudas de Wit, A survey of models, analysis tools and compensation methods for the control
 * of machines with friction, Automatica 30(7), 1994, section 2.1).
 *
 * @param coulomb of steady sliding, N m
 * @param breakaway that holds at rest, N m, not less
 * @param stribeckSpeed at which most of the difference is gone, rad/s
 * @param viscous N m s/rad
 */
public record DriveFriction(double coulomb, double breakaway, double stribeckSpeed, double viscous) {
    public static final DriveFriction NONE = new DriveFriction(0, 0, 1, 0);

    public DriveFriction {
        Range.notNegative("friction, coulomb", coulomb);
        Range.notNegative("friction, breakaway", breakaway);
        Range.require(breakaway >= coulomb, "friction, breakaway", breakaway, "at least the Coulomb friction");
        Range.positive("friction, Stribeck speed", stribeckSpeed);
        Range.notNegative("friction, viscous", viscous);
    }

    /** Dry friction at a speed, N m, not negative. */
    double dry(double speed) {
        if (breakaway == coulomb) {
            return coulomb;
        }
        double x = speed / stribeckSpeed;
        return coulomb + (breakaway - coulomb) * StrictMath.exp(-x * x);
    }
}
