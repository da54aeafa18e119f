package io.sigmaprompt.physics.world.adaptive;

import io.sigmaprompt.physics.model.BadInputException;

/**
 * What an {@link AdaptiveStepper} keeps to. Errors are those of the steps by themselves, per simulated second: what the
 * motion makes of them later, as in a double pendulum, comes on top.
 *
 * @param length error that a coordinate that is a length may gain per simulated second, metres
 * @param angle likewise of one that is an angle, radians
 * @param leastStep below which no step is made smaller, seconds
 * @param greatestStep seconds
 */
public record StepAccuracy(double length, double angle, double leastStep, double greatestStep) {
    public static final StepAccuracy DEFAULT = new StepAccuracy(1e-4, 1e-4, 1e-6, 0.01);

    public StepAccuracy {
        if (!(length > 0 && angle > 0 && leastStep > 0 && greatestStep >= leastStep && Double.isFinite(greatestStep))) {
            throw new BadInputException(
                    "adaptive steps",
                    "expected errors and steps above 0, the least step no greater than the greatest; found " + length
                            + " m/s, " + angle + " rad/s, " + leastStep + " s, " + greatestStep + " s",
                    "Use 1e-4, 1e-4, 1e-6 and 0.01.");
        }
    }
}
