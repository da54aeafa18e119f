package io.sigmaprompt.twin.record;

import java.util.List;

/**
 * A set point that passed the gate. The arrays are never written after construction.
 *
 * @param simNanos session time it is meant for
 * @param names joints, in the order of the arrays
 * @param position radians or metres
 * @param velocity rad/s or m/s at that position
 * @param acceleration rad/s² or m/s²
 */
public record JointCommand(
        String robot, long simNanos, List<String> names, double[] position, double[] velocity, double[] acceleration) {
    public JointCommand {
        names = List.copyOf(names);
    }
}
