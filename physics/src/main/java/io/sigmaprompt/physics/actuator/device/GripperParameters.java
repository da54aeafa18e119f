package io.sigmaprompt.physics.actuator.device;

import io.sigmaprompt.physics.actuator.Range;

/**
 * A parallel gripper.
 *
 * @param stiffness of its position servo, N/m of opening, on each finger
 * @param damping of its position servo, N s/m
 * @param greatestForce of a finger, N
 * @param coupling stiffness of what keeps two driven fingers together, N/m; of no account where one mimics the other
 * @param stallSpeed speed of the opening below which the fingers stand still, m/s
 * @param stallTime for which they push, standing still, before something counts as grasped, s
 * @param emptyOpening opening up to which nothing is between the fingers, m
 */
public record GripperParameters(
        double stiffness,
        double damping,
        double greatestForce,
        double coupling,
        double stallSpeed,
        double stallTime,
        double emptyOpening) {
    public GripperParameters {
        Range.positive("gripper, stiffness", stiffness);
        Range.notNegative("gripper, damping", damping);
        Range.positive("gripper, greatest force", greatestForce);
        Range.notNegative("gripper, coupling", coupling);
        Range.positive("gripper, stall speed", stallSpeed);
        Range.notNegative("gripper, stall time", stallTime);
        Range.finite("gripper, empty opening", emptyOpening);
    }
}
