package io.sigmaprompt.bridge.trace;

import io.sigmaprompt.bridge.cdr.DiagnosticMessage;
import io.sigmaprompt.bridge.cdr.ImuMessage;
import io.sigmaprompt.bridge.cdr.JointStateMessage;
import io.sigmaprompt.bridge.cdr.OdometryMessage;
import io.sigmaprompt.bridge.cdr.TransformMessage;
import io.sigmaprompt.bridge.cdr.WrenchMessage;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.BaseStateRecord;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.ImuRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.TelemetryHealthRecord;
import io.sigmaprompt.twin.record.WrenchRecord;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * What a session says, as the messages that ROS tools know, on the topics that ROS robots use: {@code joint_states},
 * {@code odom}, {@code imu/SENSOR} and {@code wrench/SENSOR} below the robot's name, {@code /tf} and {@code /diagnostics}
 * for all robots.
 */
final class RosMessages {
    private static final String WORLD = "world";
    private static final String BASE = "base_link";

    private final Diagnostics diagnostics = new Diagnostics();

    /** Takes messages. */
    @FunctionalInterface
    interface Taker {
        void take(String topic, String type, byte[] cdr) throws IOException;
    }

    /** Whether the messages say all that a record says, so that nothing else need keep it. */
    static boolean sayAll(OutputRecord record) {
        return record instanceof JointStateRecord;
    }

    /**
     * Tells a record's messages; there may be none.
     *
     * @param time the stamp, nanoseconds since 1970
     */
    void tell(OutputRecord record, long time, Taker taker) throws IOException {
        String robot = "/" + record.robot();
        switch (record) {
            case JointStateRecord state -> {
                String body = state.body() == JointStateRecord.Body.ROBOT
                        ? ""
                        : "/" + state.body().name().toLowerCase(Locale.ROOT);
                var message = new JointStateMessage(
                        time, "", state.names(), state.position(), state.velocity(), state.effort());
                taker.take(robot + body + "/joint_states", JointStateMessage.TYPE, message.encode());
            }
            case BaseStateRecord base
            when base.orientation().length == 4 -> {
                String child = frame(base.robot(), base.child().isEmpty() ? BASE : base.child());
                var transform = new TransformMessage(time, base.parent(), child, base.position(), base.orientation());
                taker.take("/tf", TransformMessage.TYPE, transform.encode());
                if (base.linearVelocity().length == 3 && base.angularVelocity().length == 3) {
                    taker.take(
                            robot + "/odom",
                            OdometryMessage.TYPE,
                            odometry(base, child, time).encode());
                }
            }
            case EstimateRecord estimate -> {
                for (EstimateRecord.Base base : estimate.base()) {
                    var message = BaseOdometry.of(base, time, WORLD, frame(estimate.robot(), BASE));
                    taker.take(robot + "/estimate/odom", OdometryMessage.TYPE, message.encode());
                }
            }
            case ImuRecord imu -> {
                var message = new ImuMessage(
                        time,
                        frame(imu.robot(), imu.sensor()),
                        imu.orientation(),
                        imu.angularVelocity(),
                        imu.specificForce());
                taker.take(robot + "/imu/" + token(imu.sensor()), ImuMessage.TYPE, message.encode());
            }
            case WrenchRecord wrench -> {
                var message = new WrenchMessage(
                        time, frame(wrench.robot(), wrench.sensor()), wrench.force(), wrench.torque());
                taker.take(robot + "/wrench/" + token(wrench.sensor()), WrenchMessage.TYPE, message.encode());
            }
            case FindingRecord finding -> diagnose(List.of(Diagnostics.of(finding)), time, taker);
            case AlarmRecord alarm -> diagnose(List.of(Diagnostics.of(alarm)), time, taker);
            case TelemetryHealthRecord health -> diagnose(diagnostics.of(health), time, taker);
            default -> {
                // ROS has no common message for it.
            }
        }
    }

    private static void diagnose(List<DiagnosticMessage.Status> statuses, long time, Taker taker) throws IOException {
        taker.take("/diagnostics", DiagnosticMessage.TYPE, new DiagnosticMessage(time, statuses).encode());
    }

    private static OdometryMessage odometry(BaseStateRecord base, String child, long time) {
        return new OdometryMessage(
                time,
                base.parent(),
                child,
                base.position(),
                base.orientation(),
                new double[36],
                base.linearVelocity(),
                base.angularVelocity(),
                new double[36]);
    }

    /** Two robots may both call their base base_link. */
    private static String frame(String robot, String name) {
        return robot + "/" + name;
    }

    /** A name as ROS allows it in a topic; {@code data} for none. */
    private static String token(String name) {
        String allowed = name.replaceAll("[^A-Za-z0-9_]+", "_");
        return allowed.isEmpty() ? "data" : allowed;
    }
}
