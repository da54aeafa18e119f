package io.sigmaprompt.bridge.rosbridge;

import tools.jackson.databind.node.ObjectNode;

/** Times and headers in the spelling of either ROS. */
final class RosTime {
    private static final long SECOND = 1_000_000_000L;

    private RosTime() {}

    static ObjectNode time(long nanos, RosVersion version) {
        ObjectNode time = RosJson.object();
        time.put(version.secondsField(), Math.floorDiv(nanos, SECOND));
        time.put(version.nanosecondsField(), Math.floorMod(nanos, SECOND));
        return time;
    }

    /** A {@code std_msgs/Header}; only ROS 1 has {@code seq}. */
    static ObjectNode header(long nanos, RosVersion version, long sequence) {
        ObjectNode header = RosJson.object();
        if (version == RosVersion.ROS1) {
            header.put("seq", sequence & 0xFFFF_FFFFL);
        }
        header.set("stamp", time(nanos, version));
        header.put("frame_id", "");
        return header;
    }
}
