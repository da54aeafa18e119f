package io.sigmaprompt.twin.skill;

import java.util.List;

/**
 * A way through joint space: rest at each waypoint, a quintic between two.
 *
 * @param joints the driven joints it speaks of; the others stay where they are
 * @param waypoints positions, one array a waypoint, one entry a joint; never written after construction
 * @param legSeconds time from each waypoint to the next at full speed
 * @param cyclic whether the last waypoint leads back to the first
 */
public record JointPath(String name, List<String> joints, List<double[]> waypoints, double legSeconds, boolean cyclic) {
    public JointPath {
        joints = List.copyOf(joints);
        waypoints = List.copyOf(waypoints);
    }
}
