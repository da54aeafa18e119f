package io.sigmaprompt.physics.spatial;

/**
 * The trigonometry of the kernels: the same bits on every machine, in the interpreter and compiled. Delegates to
 * fdlibm's algorithms as {@link StrictMath} specifies them.
 */
public final class Trig {
    private Trig() {}

    /** Sine of an angle in radians. */
    public static double sin(double angle) {
        return StrictMath.sin(angle);
    }

    /** Cosine of an angle in radians. */
    public static double cos(double angle) {
        return StrictMath.cos(angle);
    }
}
