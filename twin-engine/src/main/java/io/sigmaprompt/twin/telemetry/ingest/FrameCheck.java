package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.CurrentFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a frame's numbers can be believed at all: as many as there must be, finite, rotations that turn nothing else. */
final class FrameCheck {
    /** A quaternion in single precision, or printed with three digits, is that near to one. */
    private static final double NORM_TOLERANCE = 0.02;

    /** No joint has it in SI units; further up, squares leave what a number can hold, and the session would stop. */
    private static final double MOST = 1e12;

    private FrameCheck() {}

    /** What is wrong with a frame, as field and sentence; null if nothing is. Allocates only where something is. */
    static @Nullable String problem(TelemetryMessage message) {
        return switch (message) {
            case JointStateFrame f ->
                first(
                        named("position", f.names(), f.position(), false),
                        named("velocity", f.names(), f.velocity(), true),
                        named("effort", f.names(), f.effort(), true));
            case JointReferenceFrame f ->
                first(
                        named("reference position", f.names(), f.position(), false),
                        named("reference velocity", f.names(), f.velocity(), true),
                        named("reference acceleration", f.names(), f.acceleration(), true));
            case OdometryFrame f ->
                first(
                        pose(f.position(), f.orientation(), false, f.poseCovariance()),
                        first(
                                numbers("linear velocity", f.linearVelocity(), 3, true),
                                numbers("angular velocity", f.angularVelocity(), 3, true),
                                numbers("twist covariance", f.twistCovariance(), 36, true)));
            case PoseFrame f -> pose(f.position(), f.orientation(), true, f.covariance());
            case ImuFrame f ->
                first(
                        rotation(f.orientation(), true),
                        numbers("angular velocity", f.angularVelocity(), 3, false),
                        numbers("specific force", f.specificForce(), 3, false));
            case WrenchFrame f -> first(numbers("force", f.force(), 3, false), numbers("torque", f.torque(), 3, false));
            case BatteryFrame f -> battery(f);
            case TemperatureFrame f -> first(named("temperature", f.names(), f.temperature(), false), aboveZero(f));
            case CurrentFrame f -> named("current", f.names(), f.current(), false);
            case StatusFrame f -> null;
            case ChannelFrame f ->
                f.values().length == f.names().size()
                        ? null
                        : length("values", f.names().size(), f.values());
        };
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b, @Nullable String c) {
        return a != null ? a : b != null ? b : c;
    }

    private static @Nullable String pose(
            double[] position, double[] orientation, boolean optional, double[] covariance) {
        return first(
                numbers("position", position, 3, false),
                rotation(orientation, optional),
                numbers("covariance", covariance, 36, true));
    }

    private static @Nullable String named(String field, List<String> names, double[] values, boolean optional) {
        if (optional && values.length == 0) {
            return null;
        }
        if (values.length != names.size()) {
            return length(field, names.size(), values);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                return field + ": the value of joint '" + names.get(i) + "' is " + values[i] + ", not a finite number";
            }
            if (Math.abs(values[i]) > MOST) {
                return field + ": the value of joint '" + names.get(i) + "' is " + values[i]
                        + ", which no joint can have";
            }
        }
        return null;
    }

    private static String length(String field, int expected, double[] values) {
        return field + ": expected " + expected + " numbers, one for each name, found " + values.length;
    }

    private static @Nullable String numbers(String field, double[] values, int count, boolean optional) {
        if (optional && values.length == 0) {
            return null;
        }
        if (values.length != count) {
            return field + ": expected " + count + " numbers, found " + values.length;
        }
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return field + ": a value is " + value + ", not a finite number";
            }
        }
        return null;
    }

    private static @Nullable String rotation(double[] q, boolean optional) {
        String problem = numbers("orientation", q, 4, optional);
        if (problem != null || q.length == 0) {
            return problem;
        }
        double norm = Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        return Math.abs(norm - 1) <= NORM_TOLERANCE
                ? null
                : "orientation: expected a quaternion of length 1, found one of length " + norm;
    }

    private static @Nullable String battery(BatteryFrame f) {
        boolean infinite = Double.isInfinite(f.voltage())
                || Double.isInfinite(f.current())
                || Double.isInfinite(f.charge())
                || Double.isInfinite(f.fraction())
                || Double.isInfinite(f.temperature());
        if (infinite) {
            return "battery: a value is infinite";
        }
        return f.fraction() < 0 || f.fraction() > 1
                ? "battery: expected a fraction of the charge from 0 to 1, found " + f.fraction()
                : null;
    }

    private static @Nullable String aboveZero(TemperatureFrame f) {
        for (int i = 0; i < f.temperature().length; i++) {
            if (f.temperature()[i] < 0) {
                return "temperature: '" + f.names().get(i) + "' is at " + f.temperature()[i]
                        + " K, below absolute zero; perhaps it was meant in °C";
            }
        }
        return null;
    }
}
