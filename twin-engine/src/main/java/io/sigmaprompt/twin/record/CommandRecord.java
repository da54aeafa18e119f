package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * A command left the gate.
 *
 * @param target where it went
 */
public record CommandRecord(String robot, long simNanos, Target target, JointCommand command) implements OutputRecord {
    /** Where a command can go. */
    public enum Target {
        SIMULATED_ACTUATORS,
        SHADOW_TWIN,
        HARDWARE
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putEnum(target);
        out.putLong(command.simNanos());
        out.putStrings(command.names());
        out.putDoubles(command.position());
        out.putDoubles(command.velocity());
        out.putDoubles(command.acceleration());
    }
}
