package io.sigmaprompt.twin.maintenance.learning;

/** Mean and sum of squares of numbers that come one by one (Welford, Technometrics 4(3), 1962). */
final class Moments {
    private static final double CONSTANT = 1e-9;

    private long count;
    private double mean;
    private double squares;

    void add(double value) {
        count++;
        double from = value - mean;
        mean += from / count;
        squares += from * (value - mean);
    }

    double mean() {
        return mean;
    }

    /** The sum of squared distances from the mean. */
    double squares() {
        return squares;
    }

    /** The standard deviation; 0 for what does not change but by rounding. */
    double deviation() {
        double deviation = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
        return deviation > CONSTANT * Math.max(1, Math.abs(mean)) ? deviation : 0;
    }
}
