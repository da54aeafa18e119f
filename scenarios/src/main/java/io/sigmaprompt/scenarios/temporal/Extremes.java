package io.sigmaprompt.scenarios.temporal;

/** The least and the greatest value of a number, and when they were. */
final class Extremes {
    static final Extremes NONE = new Extremes();

    private double least = Double.NaN;
    private double greatest = Double.NaN;
    private long leastNanos;
    private long greatestNanos;

    void add(long nanos, double value) {
        if (!(value >= least)) {
            least = value;
            leastNanos = nanos;
        }
        if (!(value <= greatest)) {
            greatest = value;
            greatestNanos = nanos;
        }
    }

    /** A sentence on how near the number came to its bounds; empty where there was none. */
    String inWords(Condition.Signal wanted) {
        if (Double.isNaN(least)) {
            return "";
        }
        String up = "the greatest was " + Words.value(greatest, wanted.unit()) + " at " + Words.seconds(greatestNanos);
        String down = "the least was " + Words.value(least, wanted.unit()) + " at " + Words.seconds(leastNanos);
        if (Double.isInfinite(wanted.above())) {
            return up;
        }
        return Double.isInfinite(wanted.below()) ? down : down + ", " + up;
    }
}
