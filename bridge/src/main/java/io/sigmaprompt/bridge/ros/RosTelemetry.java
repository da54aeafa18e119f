package io.sigmaprompt.bridge.ros;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.telemetry.BatteryFrame;
import io.sigmaprompt.twin.telemetry.ChannelFrame;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.RobotFault;
import io.sigmaprompt.twin.telemetry.StatusFrame;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import io.sigmaprompt.twin.telemetry.TemperatureFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ROS message types, beside joint states, that tell of a robot, and how each becomes a frame in SI units. Definitions
 * as in common_interfaces of ROS 2 Jazzy; those of ROS 1 differ in the header only, which is read by names.
 */
public enum RosTelemetry {
    ODOMETRY("nav_msgs", "Odometry") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            String child = message.string("child_frame_id");
            RosFields pose = message.part("pose");
            RosFields inner = pose.part("pose");
            double[] position = xyz(inner.part("position"));
            double[] orientation = xyzw(inner.part("orientation"));
            double[] poseCovariance = covariance(pose);
            RosFields twist = message.part("twist");
            RosFields velocity = twist.part("twist");
            return new OdometryFrame(
                    "",
                    header.stamp,
                    0,
                    header.frame,
                    child,
                    position,
                    orientation,
                    xyz(velocity.part("linear")),
                    xyz(velocity.part("angular")),
                    poseCovariance,
                    covariance(twist));
        }
    },
    POSE("geometry_msgs", "PoseStamped") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            RosFields pose = message.part("pose");
            return new PoseFrame(
                    "",
                    header.stamp,
                    0,
                    header.frame,
                    topic,
                    xyz(pose.part("position")),
                    orientation(pose.part("orientation")),
                    NONE);
        }
    },
    POSE_WITH_COVARIANCE("geometry_msgs", "PoseWithCovarianceStamped") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            RosFields pose = message.part("pose");
            RosFields inner = pose.part("pose");
            return new PoseFrame(
                    "",
                    header.stamp,
                    0,
                    header.frame,
                    topic,
                    xyz(inner.part("position")),
                    orientation(inner.part("orientation")),
                    covariance(pose));
        }
    },
    IMU("sensor_msgs", "Imu") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            double[] orientation = orientation(message.part("orientation"));
            boolean oriented = message.float64s("orientation_covariance", 9)[0] != ABSENT;
            double[] rate = xyz(message.part("angular_velocity"));
            boolean turning = message.float64s("angular_velocity_covariance", 9)[0] != ABSENT;
            double[] force = xyz(message.part("linear_acceleration"));
            boolean pushed = message.float64s("linear_acceleration_covariance", 9)[0] != ABSENT;
            if (!turning || !pushed) {
                throw new BadInputException(
                        turning ? "linear_acceleration_covariance" : "angular_velocity_covariance",
                        "the IMU says by -1 that it does not measure this, and a twin needs it",
                        "Leave this topic out.");
            }
            return new ImuFrame("", header.stamp, 0, header.frame, oriented ? orientation : NONE, rate, force);
        }
    },
    WRENCH("geometry_msgs", "WrenchStamped") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            RosFields wrench = message.part("wrench");
            return new WrenchFrame(
                    "", header.stamp, 0, header.frame, xyz(wrench.part("force")), xyz(wrench.part("torque")));
        }
    },
    BATTERY("sensor_msgs", "BatteryState") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            double voltage = message.float32("voltage");
            double celsius = message.float32("temperature");
            double current = message.float32("current");
            double ampereHours = message.float32("charge");
            message.float32("capacity");
            message.float32("design_capacity");
            double fraction = message.float32("percentage");
            return new BatteryFrame(
                    "",
                    header.stamp,
                    0,
                    topic,
                    voltage,
                    current,
                    ampereHours * 3600,
                    // Single precision makes a full battery a hair more than full.
                    fraction > 1 && fraction < 1.001 ? 1 : fraction,
                    celsius + ZERO_CELSIUS);
        }
    },
    TEMPERATURE("sensor_msgs", "Temperature") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            String part = header.frame.isEmpty() ? topic : header.frame;
            double[] kelvin = {message.float64("temperature") + ZERO_CELSIUS};
            return new TemperatureFrame("", header.stamp, 0, List.of(part), kelvin);
        }
    },
    STATUS("diagnostic_msgs", "DiagnosticArray") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            Header header = Header.read(message);
            List<RobotFault> faults = message.parts("status", RosTelemetry::fault).stream()
                    .filter(Objects::nonNull)
                    .toList();
            return new StatusFrame("", header.stamp, 0, "", faults);
        }
    },
    CHANNEL("std_msgs", "Float64MultiArray") {
        @Override
        TelemetryMessage read(RosFields message, String topic) {
            RosFields layout = message.part("layout");
            List<String> labels = layout.parts("dim", dim -> {
                String label = dim.string("label");
                dim.uint32("size");
                dim.uint32("stride");
                return label;
            });
            long offset = layout.uint32("data_offset");
            double[] data = message.float64s("data");
            double[] values = Arrays.copyOfRange(data, (int) Math.min(offset, data.length), data.length);
            String stem = labels.size() == 1 ? labels.getFirst() : "";
            return new ChannelFrame(
                    "",
                    0,
                    0,
                    topic,
                    "",
                    IntStream.range(0, values.length)
                            .mapToObj(i -> stem + "[" + i + "]")
                            .toList(),
                    values);
        }
    };

    private static final double[] NONE = {};
    private static final double ZERO_CELSIUS = 273.15;
    /** First number of an IMU's covariance whose quantity it does not measure (sensor_msgs/Imu). */
    private static final double ABSENT = -1;

    private final String packageName;
    private final String shortName;

    RosTelemetry(String packageName, String shortName) {
        this.packageName = packageName;
        this.shortName = shortName;
    }

    abstract TelemetryMessage read(RosFields message, String topic);

    /** The type's name without its package. */
    public String shortName() {
        return shortName;
    }

    /** The type as ROS 1 or, with {@code /msg/}, ROS 2 spells it. */
    public String spelling(boolean ros1) {
        return packageName + (ros1 ? "/" : "/msg/") + shortName;
    }

    /** The type that is spelt so in either ROS or without its package; null if none is. */
    public static @Nullable RosTelemetry of(String spelling) {
        for (RosTelemetry type : values()) {
            if (spelling.equals(type.shortName)
                    || spelling.equals(type.spelling(true))
                    || spelling.equals(type.spelling(false))) {
                return type;
            }
        }
        return null;
    }

    /** Whether its messages carry a time; where they do not, the time of receipt has to stand in. */
    public boolean stamped() {
        return this != CHANNEL;
    }

    /** Whether it is found by its type; numbers of any meaning are taken only where they are asked for. */
    public boolean foundByType() {
        return this != CHANNEL;
    }

    /**
     * Decodes a message; its robot is empty and its time of receipt 0.
     *
     * @throws BadInputException if the message is not whole
     */
    public TelemetryMessage decode(RosFields message, String topic) {
        return read(message, topic);
    }

    private record Header(long stamp, String frame) {
        static Header read(RosFields message) {
            RosFields header = message.part("header");
            return new Header(header.time("stamp"), header.string("frame_id"));
        }
    }

    private static double[] xyz(RosFields vector) {
        return new double[] {vector.float64("x"), vector.float64("y"), vector.float64("z")};
    }

    private static double[] xyzw(RosFields quaternion) {
        return new double[] {
            quaternion.float64("x"), quaternion.float64("y"), quaternion.float64("z"), quaternion.float64("w")
        };
    }

    /** All zeros are how a sender that knows none leaves it. */
    private static double[] orientation(RosFields quaternion) {
        double[] q = xyzw(quaternion);
        return allZero(q) ? NONE : q;
    }

    private static double[] covariance(RosFields of) {
        double[] covariance = of.float64s("covariance", 36);
        boolean told = !allZero(covariance) && Arrays.stream(covariance).allMatch(Double::isFinite);
        return told && covariance[0] >= 0 ? covariance : NONE;
    }

    private static boolean allZero(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }

    private static @Nullable RobotFault fault(RosFields status) {
        int level = status.uint8("level");
        String name = status.string("name");
        String text = status.string("message");
        status.string("hardware_id");
        status.parts("values", pair -> pair.string("key") + pair.string("value"));
        // OK is no fault; STALE, the fourth level, is a part that says nothing any more.
        return switch (level) {
            case 0 -> null;
            case 1 -> new RobotFault(name, RobotFault.Severity.WARNING, text);
            default -> new RobotFault(name, RobotFault.Severity.ERROR, text);
        };
    }
}
