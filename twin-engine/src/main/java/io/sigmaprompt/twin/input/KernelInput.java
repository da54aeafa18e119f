package io.sigmaprompt.twin.input;

import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Everything that may enter a kernel; each is journaled with its tick. */
public sealed interface KernelInput {
    /** The robot it concerns. */
    String robot();

    /** A message from the robot. */
    record Telemetry(TelemetryMessage message) implements KernelInput {
        @Override
        public String robot() {
            return message.robot();
        }
    }

    /**
     * A message that could not be understood.
     *
     * @param place topic, or file and row
     * @param problem what was expected and found
     */
    record RejectedTelemetry(String robot, String place, String problem) implements KernelInput {}

    /** The wire's state changed. */
    record Link(String robot, LinkState state, String reason) implements KernelInput {}

    /** A bounded queue was full and lost {@code count} messages. */
    record QueueOverflow(String robot, String queue, long count) implements KernelInput {}

    /** Somebody wants another mode. */
    record ModeRequest(String robot, TwinMode mode, String by) implements KernelInput {}

    /** Somebody arms or disarms the gate. */
    record GateArming(String robot, boolean armed, String by) implements KernelInput {}

    /** STOP: the robot is to halt and stay, until released. */
    record OperatorStop(String robot, boolean engaged, String by) implements KernelInput {}

    /** Something is broken on purpose; a hardware interface that simulates its robot is told too. */
    record FaultInjection(String robot, Fault fault) implements KernelInput {}

    /** An operator has seen an alarm. */
    record AlarmAcknowledgement(String robot, String alarm, String by) implements KernelInput {}

    /**
     * What was learnt to be normal for this robot in another session, as its bytes; detectors start from it.
     *
     * @param bytes as {@code NormalBehaviour.encode} writes them. Never written after construction.
     */
    record LearntNormal(String robot, byte[] bytes) implements KernelInput {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof LearntNormal(String otherRobot, byte[] otherBytes)
                    && robot.equals(otherRobot)
                    && Arrays.equals(bytes, otherBytes);
        }

        @Override
        public int hashCode() {
            return 31 * robot.hashCode() + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "LearntNormal[robot=" + robot + ", " + bytes.length + " bytes]";
        }
    }

    /**
     * A model outside has judged what the joints do together.
     *
     * @param detector its name in lower case, as {@code random-cut-forest}
     * @param parameters its parameters, for the evidence
     * @param askedNanos session time of the state it judged
     * @param score from 0, usual, to 1, never seen; NaN while it cannot tell
     */
    record NoveltyScore(String robot, String detector, String parameters, long askedNanos, double score)
            implements KernelInput {}

    /** An operator has seen all alarms of the robot. */
    record AlarmsAcknowledgement(String robot, String by) implements KernelInput {}

    /** An operator does not want to hear of an alarm for so long. */
    record AlarmShelving(String robot, String alarm, long nanos, String reason, String by) implements KernelInput {}

    /** An operator wants to hear of a shelved alarm again. */
    record AlarmUnshelving(String robot, String alarm, String by) implements KernelInput {}

    /** An alarm is taken out of service, for maintenance, or put back into it. */
    record AlarmService(String robot, String alarm, boolean inService, String reason, String by)
            implements KernelInput {}

    /** An operator lets go of a latched alarm whose cause is gone. */
    record AlarmReset(String robot, String alarm, String by) implements KernelInput {}
}
