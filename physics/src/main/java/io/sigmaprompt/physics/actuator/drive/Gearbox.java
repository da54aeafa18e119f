package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.Range;

/**
 * What stands between motor and joint. With a slide joint the ratio is radians a metre and torques are newtons.
 *
 * @param ratio motor's speed over the joint's; negative where it turns the other way
 * @param efficiency share of the power that arrives, in both directions
 * @param torqueLimit at the joint that the amplifier keeps to, N m; infinite for none
 * @param backlash total play at the joint, rad; 0 for none
 */
public record Gearbox(double ratio, double efficiency, double torqueLimit, double backlash) {
    /** No gear. */
    public static final Gearbox DIRECT = new Gearbox(1, 1, Double.POSITIVE_INFINITY, 0);

    public Gearbox {
        Range.finite("gearbox, ratio", ratio);
        Range.require(ratio != 0, "gearbox, ratio", ratio, "a number that is not zero");
        Range.share("gearbox, efficiency", efficiency);
        Range.bound("gearbox, torque limit", torqueLimit);
        Range.notNegative("gearbox, backlash", backlash);
    }
}
