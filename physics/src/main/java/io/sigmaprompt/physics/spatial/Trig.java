package io.sigmaprompt.physics.spatial;

/**
 * The trigonometry of the kernels: the same bits on every machine, in the interpreter and compiled, because it is made
 * of additions and multiplications only; within 2 units in the last place of the exact value.
 *
 * <p>The angle is reduced to [-π/4, π/4] with π/2 in three parts (Cody, Waite, Software Manual for the Elementary
 * Functions, 1980); there the Taylor series is cut where its next term is below rounding. {@link StrictMath} takes
 * over beyond {@value #REDUCIBLE} rad; it is not used for all because it allocates.
 */
public final class Trig {
    private static final double REDUCIBLE = 1e5;
    private static final double TWO_OVER_PI = 0.6366197723675814;
    /** π/2 in parts of 33, 33 and 53 bits: multiples of the first two by a quadrant count are exact. */
    private static final double HALF_PI_HIGH = 0x1.921fb54400000p0;

    private static final double HALF_PI_MIDDLE = 0x1.0b4611a600000p-34;
    private static final double HALF_PI_LOW = 0x1.3198a2e037073p-69;

    private Trig() {}

    /** Sine of an angle in radians. */
    public static double sin(double angle) {
        if (!(Math.abs(angle) <= REDUCIBLE)) {
            return StrictMath.sin(angle);
        }
        double quadrant = Math.rint(angle * TWO_OVER_PI);
        return turned(reduce(angle, quadrant), (int) quadrant);
    }

    /** Cosine of an angle in radians. */
    public static double cos(double angle) {
        if (!(Math.abs(angle) <= REDUCIBLE)) {
            return StrictMath.cos(angle);
        }
        double quadrant = Math.rint(angle * TWO_OVER_PI);
        return turned(reduce(angle, quadrant), (int) quadrant + 1);
    }

    private static double reduce(double angle, double quadrant) {
        return angle - quadrant * HALF_PI_HIGH - quadrant * HALF_PI_MIDDLE - quadrant * HALF_PI_LOW;
    }

    /** sin(r + quarters · π/2) for r in [-π/4, π/4]. */
    private static double turned(double r, int quarters) {
        double value = (quarters & 1) == 0 ? sinNearZero(r) : cosNearZero(r);
        return (quarters & 2) == 0 ? value : -value;
    }

    private static double sinNearZero(double r) {
        double z = r * r;
        double tail = 1.0 / 6227020800.0 - z * (1.0 / 1307674368000.0 - z * (1.0 / 355687428096000.0));
        tail = 1.0 / 362880 - z * (1.0 / 39916800 - z * tail);
        tail = 1.0 / 6 - z * (1.0 / 120 - z * (1.0 / 5040 - z * tail));
        return r - r * (z * tail);
    }

    private static double cosNearZero(double r) {
        double z = r * r;
        double tail = 1.0 / 479001600 - z * (1.0 / 87178291200.0 - z * (1.0 / 20922789888000.0));
        tail = 1.0 / 40320 - z * (1.0 / 3628800 - z * tail);
        tail = 1.0 / 24 - z * (1.0 / 720 - z * tail);
        double half = 0.5 * z;
        double head = 1 - half;
        // What rounding took from 1 - z/2 goes back in with the small terms.
        return head + ((1 - head - half) + z * z * tail);
    }
}
