package io.sigmaprompt.workbench.plot;

import java.util.Locale;

/**
 * The lines of a value axis at round numbers: steps of 1, 2 or 5 times a power of ten.
 *
 * @param first value of the first line
 * @param step from line to line
 * @param count how many lines
 */
public record AxisTicks(double first, double step, int count) {
    /** At most {@code most} lines within a range that is not empty. */
    public static AxisTicks within(double low, double high, int most) {
        double rough = (high - low) / Math.max(1, most);
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(rough)));
        double step = power;
        for (double factor : new double[] {1, 2, 5, 10}) {
            step = factor * power;
            if (step >= rough) {
                break;
            }
        }
        double first = Math.ceil(low / step - 1e-9) * step;
        int count = Math.max(0, (int) Math.floor((high - first) / step + 1e-9) + 1);
        return new AxisTicks(first, step, count);
    }

    public double value(int i) {
        double value = first + i * step;
        return Math.abs(value) < 1e-9 * step ? 0 : value;
    }

    /** A line's value with no more decimals than the step needs. */
    public String label(int i) {
        int decimals = Math.max(0, (int) Math.ceil(-StrictMath.log10(step) - 1e-9));
        return String.format(Locale.ROOT, "%." + Math.min(9, decimals) + "f", value(i));
    }
}
