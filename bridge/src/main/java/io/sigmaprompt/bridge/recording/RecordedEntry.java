package io.sigmaprompt.bridge.recording;

import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.List;

/** One thing that a recording holds, in the recording's own clocks. */
public sealed interface RecordedEntry {

    /**
     * A joint state. The arrays are not written after construction.
     *
     * @param sourceNanos when the robot measured it, nanoseconds on its clock
     * @param receiveNanos when the recorder received it, nanoseconds on the recorder's clock; means nothing where the
     *     recording {@link Recording#carriesReceiveTimes carries no receive times}
     * @param names joints, in the order of the arrays
     * @param position radians or metres, one a name
     * @param velocity rad/s or m/s, one a name, or empty
     * @param effort N m or N, one a name, or empty
     */
    record JointState(
            long sourceNanos,
            long receiveNanos,
            List<String> names,
            double[] position,
            double[] velocity,
            double[] effort)
            implements RecordedEntry {}

    /**
     * Anything else that a robot said about itself.
     *
     * @param message in the recording's own clocks, its robot's name empty
     */
    record Frame(TelemetryMessage message) implements RecordedEntry {}

    /**
     * A message or row that could not be understood.
     *
     * @param place file and message, or file:line:column
     * @param problem what was expected and found
     */
    record Unreadable(String place, String problem) implements RecordedEntry {}
}
