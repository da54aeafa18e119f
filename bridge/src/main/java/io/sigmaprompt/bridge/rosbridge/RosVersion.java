package io.sigmaprompt.bridge.rosbridge;

import org.jspecify.annotations.Nullable;

/** Which ROS is spoken: the two differ in how types are spelt and in the names of a time's fields. */
public enum RosVersion {
    ROS1("/", "secs", "nsecs"),
    ROS2("/msg/", "sec", "nanosec");

    private final String separator;
    private final String seconds;
    private final String nanoseconds;

    RosVersion(String separator, String seconds, String nanoseconds) {
        this.separator = separator;
        this.seconds = seconds;
        this.nanoseconds = nanoseconds;
    }

    /** A message type's name, as {@code sensor_msgs/JointState} or {@code sensor_msgs/msg/JointState}. */
    public String type(MessageType type) {
        return type.packageName() + separator + type.shortName();
    }

    /** The version that spells the type so, or null if it is not that type in either. */
    public static @Nullable RosVersion ofSpelling(String spelling, MessageType type) {
        for (RosVersion version : values()) {
            if (version.type(type).equals(spelling)) {
                return version;
            }
        }
        return null;
    }

    String secondsField() {
        return seconds;
    }

    String nanosecondsField() {
        return nanoseconds;
    }
}
