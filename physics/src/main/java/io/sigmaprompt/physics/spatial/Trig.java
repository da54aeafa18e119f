package io.sigmaprompt.physics.spatial;

/**
 * The trigonometry of the kernels: the same bits on every machine, in the interpreter and compiled, because it is made
 * of additions and multiplications only; within 1 unit in the last place of the exact value. The sine of -0.0 is 0.0.
 *
 * <p>The angle is reduced to [-π/4, π/4] with π/2 in three parts (Cody, Waite, Software Manual for the Elementary
 * Functions, 1980), keeping what rounding takes from it; there polynomials of least largest error stand in for the
 * series. {@link StrictMath} takes over beyond {@value #REDUCIBLE} rad; it is not used for all because it allocates.
 */
public final class Trig {
    private static final double REDUCIBLE = 1e5;
    private static final double TWO_OVER_PI = 0.6366197723675814;
    /** π/2 in parts of 33, 33 and 53 bits: multiples of the first two by a quadrant count are exact. */
    private static final double HALF_PI_HIGH = 0x1.921fb54400000p0;

    private static final double HALF_PI_MIDDLE = 0x1.0b4611a600000p-34;
    private static final double HALF_PI_LOW = 0x1.3198a2e037073p-69;

    // (sin r / r - 1) / r² and (cos r - 1 + r²/2) / r⁴ over r² in [0, (π/4)²], interpolated at Chebyshev's points in
    // 300 bits; largest errors 2.0e-17 and 1.3e-18.
    private static final double S1 = -0x1.5555555555555p-3;
    private static final double S2 = 0x1.1111111110bb1p-7;
    private static final double S3 = -0x1.a01a019e8357dp-13;
    private static final double S4 = 0x1.71de37961e4c6p-19;
    private static final double S5 = -0x1.ae600a926c89ap-26;
    private static final double S6 = 0x1.5e0af186af739p-33;
    private static final double C1 = 0x1.5555555555555p-5;
    private static final double C2 = -0x1.6c16c16c16966p-10;
    private static final double C3 = 0x1.a01a019f4e867p-16;
    private static final double C4 = -0x1.27e4fa17a41b4p-22;
    private static final double C5 = 0x1.1eeb68b109173p-29;
    private static final double C6 = -0x1.907d7aebd5e3dp-37;

    private Trig() {}

    /** Sine of an angle in radians. */
    public static double sin(double angle) {
        if (!(Math.abs(angle) <= REDUCIBLE)) {
            return StrictMath.sin(angle);
        }
        double quadrant = Math.rint(angle * TWO_OVER_PI);
        return turned(angle, quadrant, (int) quadrant);
    }

    /** Cosine of an angle in radians. */
    public static double cos(double angle) {
        if (!(Math.abs(angle) <= REDUCIBLE)) {
            return StrictMath.cos(angle);
        }
        double quadrant = Math.rint(angle * TWO_OVER_PI);
        return turned(angle, quadrant, (int) quadrant + 1);
    }

    /**
     * Sine and cosine of some angles at once, to the bit those of {@link #sin} and {@link #cos}.
     *
     * @param angles radians, among other numbers
     * @param at where each angle stands in {@code angles}
     * @param out Modified. sine and cosine of each angle in turn
     */
    public static void sincos(double[] angles, int[] at, double[] out) {
        for (int k = 0; k < at.length; k++) {
            double angle = angles[at[k]];
            if (Math.abs(angle) <= REDUCIBLE) {
                reducedSincos(angle, out, 2 * k);
            } else {
                out[2 * k] = StrictMath.sin(angle);
                out[2 * k + 1] = StrictMath.cos(angle);
            }
        }
    }

    private static void reducedSincos(double angle, double[] out, int o) {
        double quadrant = Math.rint(angle * TWO_OVER_PI);
        int quarters = (int) quadrant;
        double near = nearest(angle, quadrant);
        double tail = tail(angle, quadrant, near);
        double r = near + tail;
        double e = (near - r) + tail;
        long sine = Double.doubleToRawLongBits(sinNearZero(r, e));
        long cosine = Double.doubleToRawLongBits(cosNearZero(r, e));
        // Odd quadrants exchange the two, and half of the quadrants change each sign: without branches, which a random
        // angle would mispredict.
        long exchange = (sine ^ cosine) & -(long) (quarters & 1);
        out[o] = Double.longBitsToDouble(sine ^ exchange ^ (long) (quarters & 2) << 62);
        out[o + 1] = Double.longBitsToDouble(cosine ^ exchange ^ (long) ((quarters + 1) & 2) << 62);
    }

    /** sin(reduced angle + quarters · π/2). */
    private static double turned(double angle, double quadrant, int quarters) {
        double near = nearest(angle, quadrant);
        double tail = tail(angle, quadrant, near);
        double r = near + tail;
        double e = (near - r) + tail;
        double value = (quarters & 1) == 0 ? sinNearZero(r, e) : cosNearZero(r, e);
        return (quarters & 2) == 0 ? value : -value;
    }

    private static double nearest(double angle, double quadrant) {
        return angle - quadrant * HALF_PI_HIGH - quadrant * HALF_PI_MIDDLE;
    }

    /** What the reduced angle has beyond {@code near}. */
    private static double tail(double angle, double quadrant, double near) {
        double high = angle - quadrant * HALF_PI_HIGH;
        return high - near - quadrant * HALF_PI_MIDDLE - quadrant * HALF_PI_LOW;
    }

    /** sin(r + e) for r in [-π/4, π/4] and e below its last place. */
    private static double sinNearZero(double r, double e) {
        double z = r * r;
        double cube = z * r;
        double series = S2 + z * (S3 + z * (S4 + z * (S5 + z * S6)));
        return r - ((z * (0.5 * e - cube * series) - e) - cube * S1);
    }

    /** cos(r + e) likewise. */
    private static double cosNearZero(double r, double e) {
        double z = r * r;
        double half = 0.5 * z;
        double head = 1 - half;
        double series = C1 + z * (C2 + z * (C3 + z * (C4 + z * (C5 + z * C6))));
        // What rounding took from 1 - z/2 goes back in with the small terms.
        return head + ((1 - head - half) + (z * z * series - r * e));
    }
}
