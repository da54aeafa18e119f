package io.sigmaprompt.bridge.rosbag;

/**
 * One recorded message.
 *
 * @param connection number of its connection
 * @param timeNanos when it was received, nanoseconds on the recorder's clock
 * @param data in ROS 1 serialization; treat it as read-only
 */
public record BagMessage(int connection, long timeNanos, byte[] data) {}
