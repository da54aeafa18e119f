package io.sigmaprompt.physics.actuator.device;

import io.sigmaprompt.physics.actuator.Range;

/**
 * A wheel under a base.
 *
 * @param x of its contact in the base's axes, m
 * @param y of its contact, m
 * @param heading way it rolls for a positive speed, rad from the base's x
 * @param slidesSideways whether it has rollers
 * @param roller angle of the way the rollers slide, from square to the heading, rad: 0 for an omniwheel, ±π/4 for mecanum
 * @param radius m
 */
public record BaseWheel(double x, double y, double heading, boolean slidesSideways, double roller, double radius) {
    public BaseWheel {
        Range.finite("wheel, x", x);
        Range.finite("wheel, y", y);
        Range.finite("wheel, heading", heading);
        Range.require(
                Math.abs(roller) < 0.49 * Math.PI, "wheel, roller angle", roller, "an angle well below a right one");
        Range.positive("wheel, radius", radius);
    }

    /** A wheel that only rolls. */
    public static BaseWheel fixed(double x, double y, double heading, double radius) {
        return new BaseWheel(x, y, heading, false, 0, radius);
    }

    /** A wheel with rollers. */
    public static BaseWheel sliding(double x, double y, double heading, double roller, double radius) {
        return new BaseWheel(x, y, heading, true, roller, radius);
    }

    /** Rim speed by the base's twist, three numbers at {@code o} (Lynch, Park, equation 13.5, times the radius). */
    void rimRow(double[] out, int o) {
        double tangent = StrictMath.tan(roller);
        double c = StrictMath.cos(heading);
        double s = StrictMath.sin(heading);
        out[o] = c - tangent * s;
        out[o + 1] = s + tangent * c;
        out[o + 2] = x * out[o + 1] - y * out[o];
    }

    /** Speed across the heading by the base's twist. */
    void sidewaysRow(double[] out) {
        out[0] = -StrictMath.sin(heading);
        out[1] = StrictMath.cos(heading);
        out[2] = x * out[1] - y * out[0];
    }
}
