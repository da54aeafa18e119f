package io.sigmaprompt.twin.telemetry;

/** Something a robot said about itself, SI units, with the robot's clock and ours. */
public sealed interface TelemetryMessage
        permits JointStateFrame,
                JointReferenceFrame,
                OdometryFrame,
                PoseFrame,
                ImuFrame,
                WrenchFrame,
                BatteryFrame,
                TemperatureFrame,
                CurrentFrame,
                StatusFrame,
                ChannelFrame {
    /** Marks a time that the source does not carry. */
    long UNAVAILABLE = Long.MIN_VALUE;

    /** The session's name for the robot. */
    String robot();

    /** Which of several sources of this kind, as a sensor's frame or a channel's name; empty where there is but one. */
    String source();

    /** When the robot measured it, nanoseconds on the robot's clock. */
    long sourceNanos();

    /** When it reached us, nanoseconds since the session's start, or {@link #UNAVAILABLE}. */
    long receiveNanos();
}
