package io.sigmaprompt.twin.port.signal;

/**
 * One number over time.
 *
 * @param name as {@code elbow_joint/current}, or a free channel's own name
 * @param unit of its values, empty where unknown
 */
public record Signal(String name, String unit) {}
