package io.sigmaprompt.twin.analysis.watch;

/**
 * What is known of a signal before it speaks.
 *
 * @param name as {@code elbow_joint/effort}
 * @param unit as {@code N·m}; empty where it has none or it is not known
 * @param floor standard deviation, in the unit, below which none is believed; 0 where nothing is known
 * @param rateLimit how fast it may change, unit/s; infinite where nothing is known
 */
public record Signal(String name, String unit, double floor, double rateLimit) {
    /** A signal of which nothing else is known. */
    public static Signal of(String name, String unit) {
        return new Signal(name, unit, 0, Double.POSITIVE_INFINITY);
    }
}
