package io.sigmaprompt.scenarios.temporal;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as sentences show them. */
final class Words {
    private Words() {}

    /** A session time, as {@code 10.42 s}. */
    static String seconds(long nanos) {
        return BigDecimal.valueOf(Math.rint(nanos * 1e-6) / 1e3)
                        .stripTrailingZeros()
                        .toPlainString() + " s";
    }

    /** A value to three significant digits, with its unit. */
    static String value(double value, String unit) {
        String number = Double.isFinite(value)
                ? BigDecimal.valueOf(value)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
