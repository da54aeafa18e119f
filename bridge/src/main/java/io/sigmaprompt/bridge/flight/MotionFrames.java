package io.sigmaprompt.bridge.flight;

import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what PX4 tells apart: attitude, position and inertial measurements come at rates of their own. A position or a
 * measurement waits until an attitude not older than itself has come, and gets the attitude of its own time.
 */
final class MotionFrames {
    static final String WORLD = "odom";
    static final String BODY = "base_link";
    static final String SENSOR = "imu";

    /** So many may wait for an attitude; where it comes more seldom, the oldest goes without. */
    private static final int MOST_WAITING = 64;

    private static final double[] NOT_TOLD = {};

    /** A position or an inertial measurement, in our frames,
     * that waits for its attitude; deviations are those of the level and of the height, m, and of both velocities, m/s.
     */
    private record Waiting(long micros, boolean inertial, double[] first, double[] second, double[] deviations) {}

    private final boolean hasPosition;
    private final AttitudeTrack attitudes = new AttitudeTrack();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private double[] angularVelocity = NOT_TOLD;
    private long positions;
    private long withoutPlace;
    private long withoutHeight;

    /** @param hasPosition whether the log ever tells one; else the body turns where it is */
    MotionFrames(boolean hasPosition) {
        this.hasPosition = hasPosition;
    }

    /** Takes an attitude, and tells what had waited for it. */
    List<TelemetryMessage> attitude(long micros, double[] q) {
        attitudes.add(micros, q);
        List<TelemetryMessage> told = new ArrayList<>();
        if (!hasPosition) {
            told.add(new PoseFrame(
                    "", micros * 1000, TelemetryMessage.UNAVAILABLE, WORLD, BODY, new double[3], q, NOT_TOLD));
        }
        while (!waiting.isEmpty() && attitudes.reaches(waiting.getFirst().micros())) {
            tell(waiting.removeFirst(), told);
        }
        return told;
    }

    void angularVelocity(Topic topic, ByteBuffer data) {
        double[] rate = body(topic, data, "xyz");
        angularVelocity = finite(rate) ? rate : angularVelocity;
    }

    /** A measurement of angular velocity and specific force; null if it holds what is no number. */
    @Nullable
    List<TelemetryMessage> inertial(Topic topic, ByteBuffer data, long micros) {
        double[] rate = body(topic, data, "gyro_rad");
        double[] force = body(topic, data, "accelerometer_m_s2");
        return finite(rate) && finite(force) ? wait(new Waiting(micros, true, rate, force, NOT_TOLD)) : null;
    }

    /** A position and a velocity; null if they hold what is no number. Coordinates that are said not to hold are 0. */
    @Nullable
    List<TelemetryMessage> position(Topic topic, ByteBuffer data, long micros) {
        boolean level = topic.flag(data, "xy_valid", true);
        boolean height = topic.flag(data, "z_valid", true);
        positions++;
        withoutPlace += level ? 0 : 1;
        withoutHeight += height ? 0 : 1;
        double[] position = AerospaceFrames.world(
                level ? number(topic, data, "x") : 0,
                level ? number(topic, data, "y") : 0,
                height ? number(topic, data, "z") : 0);
        boolean moving = topic.flag(data, "v_xy_valid", true) && topic.flag(data, "v_z_valid", true);
        double[] velocity =
                AerospaceFrames.world(number(topic, data, "vx"), number(topic, data, "vy"), number(topic, data, "vz"));
        return finite(position)
                ? wait(new Waiting(
                        micros, false, position, moving && finite(velocity) ? velocity : NOT_TOLD, new double[] {
                            number(topic, data, "eph"),
                            number(topic, data, "epv"),
                            number(topic, data, "evh"),
                            number(topic, data, "evv")
                        }))
                : null;
    }

    /** How far positions held, as sentences; empty where all did. */
    List<String> warnings() {
        List<String> all = new ArrayList<>();
        if (withoutPlace > 0) {
            all.add(withoutPlace + " of " + positions + " positions do not hold in the level (xy_valid is false there):"
                    + " their east and north are 0");
        }
        if (withoutHeight > 0) {
            all.add(withoutHeight + " of " + positions + " positions do not hold in height (z_valid is false there):"
                    + " their height is 0");
        }
        return all;
    }

    /** What still waits when the log has ended. */
    List<TelemetryMessage> rest() {
        List<TelemetryMessage> told = new ArrayList<>();
        while (!waiting.isEmpty()) {
            tell(waiting.removeFirst(), told);
        }
        return told;
    }

    private List<TelemetryMessage> wait(Waiting sample) {
        List<TelemetryMessage> told = new ArrayList<>();
        waiting.addLast(sample);
        while (!waiting.isEmpty()
                && (waiting.size() > MOST_WAITING
                        || attitudes.reaches(waiting.getFirst().micros()))) {
            tell(waiting.removeFirst(), told);
        }
        return told;
    }

    private void tell(Waiting sample, List<TelemetryMessage> told) {
        double[] q = attitudes.at(sample.micros());
        long nanos = sample.micros() * 1000;
        if (sample.inertial()) {
            told.add(new ImuFrame(
                    "",
                    nanos,
                    TelemetryMessage.UNAVAILABLE,
                    SENSOR,
                    q == null ? NOT_TOLD : q,
                    sample.first(),
                    sample.second()));
        } else if (q != null) {
            told.add(new OdometryFrame(
                    "",
                    nanos,
                    TelemetryMessage.UNAVAILABLE,
                    WORLD,
                    BODY,
                    sample.first(),
                    q,
                    sample.second().length == 0 ? NOT_TOLD : AerospaceFrames.intoBody(q, sample.second()),
                    angularVelocity,
                    FlightCovariance.pose(sample.deviations()[0], sample.deviations()[1]),
                    FlightCovariance.twist(q, sample.deviations()[2], sample.deviations()[3])));
        }
    }

    private static double number(Topic topic, ByteBuffer data, String field) {
        return topic.number(data, field, Double.NaN);
    }

    private static double[] body(Topic topic, ByteBuffer data, String field) {
        return AerospaceFrames.body(
                topic.number(data, field, 0, Double.NaN),
                topic.number(data, field, 1, Double.NaN),
                topic.number(data, field, 2, Double.NaN));
    }

    private static boolean finite(double[] vector) {
        return Double.isFinite(vector[0]) && Double.isFinite(vector[1]) && Double.isFinite(vector[2]);
    }
}
