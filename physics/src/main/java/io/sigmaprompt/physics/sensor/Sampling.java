package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.model.BadInputException;

/**
 * When a sensor measures, and what becomes of the measurement on its way. Measurements are taken at ticks of the world:
 * number k at the first tick at or after {@code phase + k / rate}, so that no rate drifts against the grid; where ticks
 * are rarer than measurements, each tick takes one.
 *
 * @param rate measurements a second, at most 1 MHz; infinity for one at every tick
 * @param phase seconds from time 0 to the first measurement
 * @param latency seconds from the measurement to the reader, at least
 * @param jitter greatest further delay, seconds; each measurement's is uniform in [0, jitter)
 * @param dropout the probability that a measurement never arrives
 * @param capacity how many measurements are kept, those under way included
 */
public record Sampling(double rate, double phase, double latency, double jitter, double dropout, int capacity) {
    /** A measurement at every tick, there at once. */
    public static final Sampling EVERY_TICK = new Sampling(Double.POSITIVE_INFINITY, 0, 0, 0, 0, 1);

    private static final double GREATEST_RATE = 1e6;
    private static final double LONGEST_SECONDS = 1e6;
    private static final int GREATEST_CAPACITY = 1 << 20;

    /**
     * Timing that can be kept.
     *
     * @throws BadInputException if a number is impossible, or what is under way at once exceeds the capacity
     */
    public Sampling {
        if (!(rate > 0) || (rate > GREATEST_RATE && rate != Double.POSITIVE_INFINITY)) {
            throw new BadInputException(
                    "sensor's rate",
                    "expected more than 0 and at most 1000000 Hz, found " + rate,
                    "Give measurements a second; infinity measures at every tick.");
        }
        duration("sensor's phase", phase);
        duration("sensor's latency", latency);
        duration("sensor's jitter", jitter);
        ParameterCheck.probability("sensor's dropout", dropout);
        if (rate == Double.POSITIVE_INFINITY && latency + jitter > 0) {
            throw new BadInputException(
                    "sensor's latency",
                    "expected none for a sensor that measures at every tick, found " + latency + " s and jitter "
                            + jitter + " s",
                    "Give it a rate: only then it is known how many measurements are under way at once.");
        }
        double needed = needed(rate, latency + jitter);
        if (capacity < needed || capacity > GREATEST_CAPACITY) {
            throw new BadInputException(
                    "sensor's capacity",
                    "expected room for " + Math.max(1, (long) needed) + " to " + GREATEST_CAPACITY
                            + " measurements, found " + capacity,
                    "Measurements under way take room too: rate times latency and jitter, and three more.");
        }
    }

    /** Measurements at a rate, there at once, the last one kept. */
    public static Sampling at(double rate) {
        return new Sampling(rate, 0, 0, 0, 0, 1);
    }

    /** The same, begun later. */
    public Sampling withPhase(double seconds) {
        return new Sampling(rate, seconds, latency, jitter, dropout, capacity);
    }

    /** The same with a delay, and room for what is under way. */
    public Sampling delayed(double newLatency, double newJitter) {
        double needed = Math.min(needed(rate, newLatency + newJitter), GREATEST_CAPACITY);
        return new Sampling(rate, phase, newLatency, newJitter, dropout, Math.max(capacity, (int) needed));
    }

    /** The same with losses. */
    public Sampling dropping(double probability) {
        return new Sampling(rate, phase, latency, jitter, probability, capacity);
    }

    /** The same with room for more measurements: those that are to be read, beside those under way. */
    public Sampling keeping(int measurements) {
        double underWay = latency + jitter > 0 ? needed(rate, latency + jitter) : 0;
        return new Sampling(rate, phase, latency, jitter, dropout, (int) (measurements + underWay));
    }

    /** Seconds between measurements; 0 where every tick takes one. */
    public double period() {
        return 1 / rate;
    }

    /** The room for what can be under way at once; on a grid, intervals may be a tick shorter than the period. */
    private static double needed(double rate, double delay) {
        return delay > 0 ? Math.floor(rate * delay) + 3 : 1;
    }

    private static void duration(String place, double seconds) {
        if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw new BadInputException(
                    place, "expected between 0 and 1000000 seconds, found " + seconds, "Write 2 ms as 0.002.");
        }
    }
}
