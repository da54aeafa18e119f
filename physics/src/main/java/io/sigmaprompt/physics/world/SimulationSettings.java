package io.sigmaprompt.physics.world;

/**
 * How a robot is simulated.
 *
 * @param gravity acceleration along world -z, m/s²
 * @param servoFrequency natural frequency of the position servos, rad/s
 * @param servoDamping damping ratio of the position servos
 * @param biasCompensation whether the servos know the robot's weight and Coriolis efforts
 */
public record SimulationSettings(
        Integrator integrator, double gravity, double servoFrequency, double servoDamping, boolean biasCompensation) {
    public static final SimulationSettings DEFAULT =
            new SimulationSettings(Integrator.SEMI_IMPLICIT_EULER, 9.81, 30, 1.0, true);
}
