package io.sigmaprompt.twin.telemetry;

/** Something a robot said about itself, SI units, with the robot's clock and ours. */
public sealed interface TelemetryMessage permits JointStateFrame, JointReferenceFrame {
    /** Marks a time that the source does not carry. */
    long UNAVAILABLE = Long.MIN_VALUE;

    /** The session's name for the robot. */
    String robot();

    /** When the robot measured it, nanoseconds on the robot's clock. */
    long sourceNanos();

    /** When it reached us, nanoseconds since the session's start, or {@link #UNAVAILABLE}. */
    long receiveNanos();
}
