package io.sigmaprompt.bridge.trace;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The definitions of the ROS 2 messages that a trace holds, as {@code ros2msg} schemas: the type's own, then each type that
 * it names, or that those name, behind a line of {@code =} (mcap.dev, registry, ros2msg). The texts are those of ROS 2
 * common_interfaces and rcl_interfaces without their comments.
 */
final class RosDefinitions {
    private static final String SEPARATOR = "=".repeat(80) + "\n";
    private static final Pattern NAMED = Pattern.compile("(?m)^([a-z0-9_]+/[A-Za-z0-9]+)");

    private static final Map<String, String> OWN = Map.ofEntries(
            Map.entry("builtin_interfaces/Time", "int32 sec\nuint32 nanosec\n"),
            Map.entry("std_msgs/Header", "builtin_interfaces/Time stamp\nstring frame_id\n"),
            Map.entry("geometry_msgs/Vector3", "float64 x\nfloat64 y\nfloat64 z\n"),
            Map.entry("geometry_msgs/Point", "float64 x\nfloat64 y\nfloat64 z\n"),
            Map.entry("geometry_msgs/Quaternion", "float64 x\nfloat64 y\nfloat64 z\nfloat64 w\n"),
            Map.entry(
                    "geometry_msgs/Transform",
                    "geometry_msgs/Vector3 translation\ngeometry_msgs/Quaternion rotation\n"),
            Map.entry(
                    "geometry_msgs/TransformStamped",
                    "std_msgs/Header header\nstring child_frame_id\ngeometry_msgs/Transform transform\n"),
            Map.entry("geometry_msgs/Pose", "geometry_msgs/Point position\ngeometry_msgs/Quaternion orientation\n"),
            Map.entry("geometry_msgs/PoseWithCovariance", "geometry_msgs/Pose pose\nfloat64[36] covariance\n"),
            Map.entry("geometry_msgs/Twist", "geometry_msgs/Vector3 linear\ngeometry_msgs/Vector3 angular\n"),
            Map.entry("geometry_msgs/TwistWithCovariance", "geometry_msgs/Twist twist\nfloat64[36] covariance\n"),
            Map.entry("geometry_msgs/Wrench", "geometry_msgs/Vector3 force\ngeometry_msgs/Vector3 torque\n"),
            Map.entry("geometry_msgs/WrenchStamped", "std_msgs/Header header\ngeometry_msgs/Wrench wrench\n"),
            Map.entry("tf2_msgs/TFMessage", "geometry_msgs/TransformStamped[] transforms\n"),
            Map.entry("sensor_msgs/JointState", """
                    std_msgs/Header header
                    string[] name
                    float64[] position
                    float64[] velocity
                    float64[] effort
                    """),
            Map.entry("sensor_msgs/Imu", """
                    std_msgs/Header header
                    geometry_msgs/Quaternion orientation
                    float64[9] orientation_covariance
                    geometry_msgs/Vector3 angular_velocity
                    float64[9] angular_velocity_covariance
                    geometry_msgs/Vector3 linear_acceleration
                    float64[9] linear_acceleration_covariance
                    """),
            Map.entry("nav_msgs/Odometry", """
                    std_msgs/Header header
                    string child_frame_id
                    geometry_msgs/PoseWithCovariance pose
                    geometry_msgs/TwistWithCovariance twist
                    """),
            Map.entry("diagnostic_msgs/KeyValue", "string key\nstring value\n"),
            Map.entry("diagnostic_msgs/DiagnosticStatus", """
                    byte OK=0
                    byte WARN=1
                    byte ERROR=2
                    byte STALE=3
                    byte level
                    string name
                    string message
                    string hardware_id
                    diagnostic_msgs/KeyValue[] values
                    """),
            Map.entry(
                    "diagnostic_msgs/DiagnosticArray",
                    "std_msgs/Header header\ndiagnostic_msgs/DiagnosticStatus[] status\n"));

    private RosDefinitions() {}

    /**
     * A message's definition with all that it needs.
     *
     * @param type as {@code sensor_msgs/msg/JointState}
     */
    static byte[] of(String type) {
        Set<String> needed = new LinkedHashSet<>();
        String root = type.replace("/msg/", "/");
        gather(root, needed);
        StringBuilder text = new StringBuilder(own(root));
        needed.stream().filter(each -> !each.equals(root)).forEach(each -> text.append(SEPARATOR)
                .append("MSG: ")
                .append(each)
                .append('\n')
                .append(own(each)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void gather(String type, Set<String> needed) {
        if (needed.add(type)) {
            NAMED.matcher(own(type)).results().map(MatchResult::group).forEach(each -> gather(each, needed));
        }
    }

    private static String own(String type) {
        String text = OWN.get(type);
        if (text == null) {
            throw new IllegalArgumentException("The message type " + type + " has no definition here.");
        }
        return text;
    }
}
