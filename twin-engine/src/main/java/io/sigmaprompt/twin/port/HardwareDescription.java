package io.sigmaprompt.twin.port;

/**
 * What stands behind a wire.
 *
 * @param uri how it was named
 * @param recorded whether it is a log, which can be read as fast as wanted
 * @param carriesReferences whether it says what the robot was commanded; without that there is no prediction
 * @param carriesReceiveTimes whether delay can be told
 * @param acceptsCommands whether {@link HardwareInterface#send} reaches an actuator
 * @param simulated whether the robot is simulated, and so takes faults
 */
public record HardwareDescription(
        String uri,
        boolean recorded,
        boolean carriesReferences,
        boolean carriesReceiveTimes,
        boolean acceptsCommands,
        boolean simulated) {}
