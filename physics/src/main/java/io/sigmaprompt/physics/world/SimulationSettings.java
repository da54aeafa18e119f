package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.model.BadInputException;

/**
 * How a robot is simulated.
 *
 * @param integrator how a step goes through time
 * @param gravity acceleration of free fall along the world's -z, m/s²
 * @param servoFrequency undamped natural frequency of the position servos, rad/s
 * @param servoDamping damping ratio of the position servos; 1 is critical
 * @param biasCompensation whether position and velocity servos add what the nominal robot needs for the commanded
 *     motion: gravity, velocity products, inertia times commanded acceleration, nominal damping and friction
 */
public record SimulationSettings(
        Integrator integrator, double gravity, double servoFrequency, double servoDamping, boolean biasCompensation) {
    /** Semi-implicit Euler, 9.81 m/s², critically damped servos of 30 rad/s with compensation. */
    public static final SimulationSettings DEFAULT =
            new SimulationSettings(Integrator.SEMI_IMPLICIT_EULER, 9.81, 30, 1.0, true);

    /** @throws BadInputException if a number is not finite, or a servo's is negative */
    public SimulationSettings {
        require(Double.isFinite(gravity), "gravity", gravity, "a finite number");
        require(servoFrequency >= 0 && servoFrequency < 1e6, "servoFrequency", servoFrequency, "0 to 1e6 rad/s");
        require(servoDamping >= 0 && servoDamping < 1e6, "servoDamping", servoDamping, "0 to 1e6");
    }

    private static void require(boolean condition, String field, double value, String expected) {
        if (!condition) {
            throw new BadInputException(
                    "simulation settings, " + field,
                    "expected " + expected + ", found " + value,
                    "Leave it out for the default, or give a value in that range.");
        }
    }
}
