package io.sigmaprompt.physics.sensor;

/** What a converter of finite range and resolution makes of a number. */
public final class Quantizer {
    private Quantizer() {}

    /**
     * The nearest multiple of the resolution (of two, the even one), cut off at the range.
     *
     * @param resolution 0 for none
     * @param range greatest magnitude; infinity for none
     */
    public static double convert(double value, double resolution, double range) {
        double stepped = resolution > 0 ? Math.rint(value / resolution) * resolution : value;
        return Math.max(-range, Math.min(range, stepped));
    }
}
