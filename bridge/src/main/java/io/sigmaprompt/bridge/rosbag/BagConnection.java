package io.sigmaprompt.bridge.rosbag;

/**
 * One publisher's stream of one topic.
 *
 * @param id its number within the bag
 * @param topic as in {@code /joint_states}
 * @param type as ROS 1 writes it, {@code package/Type}
 * @param definition the message's definition and those of all messages in it
 */
public record BagConnection(int id, String topic, String type, String definition) {}
