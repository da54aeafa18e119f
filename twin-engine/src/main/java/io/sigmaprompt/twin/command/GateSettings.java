package io.sigmaprompt.twin.command;

/**
 * What the gate lets through.
 *
 * @param armed whether it begins armed
 * @param positionMargin distance kept from a joint's position limits, radians or metres; of a short range at most a
 *     twentieth at each end
 * @param velocityShare share of each joint's velocity limit that may be used
 * @param acceleration greatest acceleration of any joint, rad/s² or m/s²
 * @param effortShare share of each joint's effort limit that inverse dynamics may ask for
 * @param watchdogNanos silence of telemetry after which the gate brakes to a halt
 */
public record GateSettings(
        boolean armed,
        double positionMargin,
        double velocityShare,
        double acceleration,
        double effortShare,
        long watchdogNanos) {
    public static final GateSettings DEFAULT = new GateSettings(false, 0.02, 1.0, 12, 0.95, 250_000_000);
}
