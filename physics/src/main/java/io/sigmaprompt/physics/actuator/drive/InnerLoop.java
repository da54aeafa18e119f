package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.Range;

/**
 * A drive's own position and velocity loops, which ask for torque at the joint. They see the motor's encoder: with play, the
 * motor's side of it.
 *
 * @param rate at which the loop runs, Hz; its torque is held in between. At a rate of a step or faster it runs every
 *     step and is taken implicitly, so that stiff gains stay stable. {@code 1 / rate} is best a multiple of the step
 * @param positionGain N m/rad
 * @param positionDamping N m s/rad
 * @param positionIntegral N m/(rad s)
 * @param velocityGain N m s/rad
 * @param velocityIntegral N m/rad
 * @param integralLimit greatest torque of the integrals, N m
 */
public record InnerLoop(
        double rate,
        double positionGain,
        double positionDamping,
        double positionIntegral,
        double velocityGain,
        double velocityIntegral,
        double integralLimit) {
    public InnerLoop {
        Range.bound("inner loop, rate", rate);
        Range.notNegative("inner loop, position gain", positionGain);
        Range.notNegative("inner loop, position damping", positionDamping);
        Range.notNegative("inner loop, position integral", positionIntegral);
        Range.notNegative("inner loop, velocity gain", velocityGain);
        Range.notNegative("inner loop, velocity integral", velocityIntegral);
        Range.notNegative("inner loop, integral limit", integralLimit);
    }

    /** A loop at every step. */
    public static InnerLoop continuous(double positionGain, double positionDamping, double velocityGain) {
        return new InnerLoop(Double.POSITIVE_INFINITY, positionGain, positionDamping, 0, velocityGain, 0, 0);
    }
}
