package io.sigmaprompt.twin.simulation;

/**
 * A point of a joint trajectory, as in {@code trajectory_msgs/JointTrajectoryPoint}.
 *
 * @param fromStartNanos when it is to be reached, since the trajectory's start
 * @param position one entry a joint
 * @param velocity one entry a joint, or empty
 * @param acceleration one entry a joint, or empty
 */
public record TrajectoryPoint(long fromStartNanos, double[] position, double[] velocity, double[] acceleration) {}
