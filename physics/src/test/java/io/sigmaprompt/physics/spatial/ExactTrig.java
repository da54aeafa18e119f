package io.sigmaprompt.physics.spatial;

import java.math.BigDecimal;
import java.math.MathContext;

/** Sine and cosine of an angle by their series, to some sixty digits. */
record ExactTrig(BigDecimal sin, BigDecimal cos) {
    /** Enough for what the reduction of the largest angle takes. */
    private static final MathContext LONG = new MathContext(420);

    private static final MathContext SHORT = new MathContext(100);
    private static final BigDecimal TWO_PI = arctanOfInverse(5)
            .multiply(BigDecimal.valueOf(4))
            .subtract(arctanOfInverse(239))
            .multiply(BigDecimal.valueOf(8)); // Machin, 1706

    static ExactTrig of(double angle) {
        BigDecimal exact = new BigDecimal(angle);
        BigDecimal turns = new BigDecimal(exact.divide(TWO_PI, LONG).toBigInteger());
        BigDecimal x = exact.subtract(turns.multiply(TWO_PI));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
        for (int n = 0; n < 120; n++) {
            BigDecimal signed = n % 4 < 2 ? term : term.negate();
            sums[n % 2] = sums[n % 2].add(signed, SHORT);
            term = term.multiply(x, SHORT).divide(BigDecimal.valueOf(n + 1), SHORT);
        }
        return new ExactTrig(sums[1], sums[0]);
    }

    /** How far a number is from an exact one, in units of its last place. */
    static double units(BigDecimal exact, double found) {
        BigDecimal unit = new BigDecimal(Math.ulp(exact.doubleValue()));
        return exact.subtract(new BigDecimal(found))
                .abs()
                .divide(unit, MathContext.DECIMAL64)
                .doubleValue();
    }

    private static BigDecimal arctanOfInverse(int n) {
        BigDecimal square = BigDecimal.valueOf((long) n * n);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), LONG);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < 320; k++) {
            BigDecimal term = power.divide(BigDecimal.valueOf(2 * k + 1), LONG);
            sum = k % 2 == 0 ? sum.add(term, LONG) : sum.subtract(term, LONG);
            power = power.divide(square, LONG);
        }
        return sum;
    }
}
