package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.Arrays;
import java.util.Objects;

/**
 * A sensor's way to its readers: tells when to measure, holds each measurement back until it has arrived, loses some,
 * and keeps the last ones. What was taken at t is there at t + latency + jitter, but never before what was taken
 * earlier. Times are nanoseconds since the world's time 0. Deterministic from its seed; allocates nothing.
 */
public final class SamplingChannel {
    /** A tick this near before an instant counts as at it: times that were summed up are a little off. */
    private static final long SLACK_NANOS = 400;

    private static final double NANOS = 1e9;
    private static final int COUNTERS = 7;
    private static final int MOST_NUMBERS = 1 << 27;

    private final Sampling sampling;
    private final int dimension;
    private final NoiseStream chance;
    private final long[] stamp;
    private final long[] arrival;
    private final double[] values;
    /** Slot of the oldest measurement held; then come the others that have arrived, then those under way. */
    private int oldest;

    private int arrived;
    private int underWay;
    private long next;
    private long last = -1;
    private long taken;
    private long dropped;
    private long delivered;

    /**
     * A channel that has taken nothing yet.
     *
     * @param dimension numbers in a measurement
     * @param seed of jitter and losses
     * @throws BadInputException if the measurements that are to be kept would not fit into memory
     */
    public SamplingChannel(Sampling sampling, int dimension, long seed) {
        if ((long) sampling.capacity() * dimension > MOST_NUMBERS) {
            throw new BadInputException(
                    "sensor's capacity",
                    "expected at most " + MOST_NUMBERS + " numbers to be kept, found " + sampling.capacity()
                            + " measurements of " + dimension,
                    "Keep fewer measurements, or shorten latency and jitter.");
        }
        this.sampling = sampling;
        this.dimension = dimension;
        chance = new NoiseStream(seed);
        stamp = new long[sampling.capacity()];
        arrival = new long[sampling.capacity()];
        values = new double[sampling.capacity() * dimension];
    }

    /** Whether a measurement is to be taken at this tick. */
    boolean due(long now) {
        return now > last && now + SLACK_NANOS >= dueAt(next);
    }

    /** Seconds since the measurement before; for the first, the period. */
    double elapsed(long now) {
        return last < 0 ? sampling.period() : (now - last) / NANOS;
    }

    /** A measurement that was due could not be made: no echo, no satellite. */
    void miss(long now) {
        advanceSchedule(now);
        dropped++;
    }

    /** Sends a measurement on its way, or loses it. */
    void take(long now, double[] measurement) {
        advanceSchedule(now);
        // Both numbers are drawn whatever they decide, so that no setting shifts the other's stream.
        double fate = chance.uniform();
        double jitter = chance.uniform() * sampling.jitter();
        if (fate < sampling.dropout()) {
            dropped++;
            return;
        }
        int capacity = stamp.length;
        if (underWay == capacity) {
            throw new IllegalStateException(capacity + " measurements are under way, more than the rate allows");
        }
        if (arrived + underWay == capacity) {
            oldest = slot(1);
            arrived--;
        }
        long at = now + (long) Math.rint((sampling.latency() + jitter) * NANOS);
        if (underWay > 0) {
            at = Math.max(at, arrival[slot(arrived + underWay - 1)]);
        }
        int free = slot(arrived + underWay);
        stamp[free] = now;
        arrival[free] = at;
        System.arraycopy(measurement, 0, values, free * dimension, dimension);
        underWay++;
    }

    /** Lets arrive what has been under way for long enough. */
    void advance(long now) {
        while (underWay > 0 && arrival[slot(arrived)] <= now + SLACK_NANOS) {
            arrived++;
            underWay--;
            delivered++;
        }
    }

    private void advanceSchedule(long now) {
        taken++;
        last = now;
        if (sampling.rate() == Double.POSITIVE_INFINITY) {
            return;
        }
        next = Math.max(next, (long) Math.floor((now / NANOS - sampling.phase()) * sampling.rate()));
        while (dueAt(next) <= now + SLACK_NANOS) {
            next++;
        }
    }

    private long dueAt(long number) {
        return (long) Math.rint((sampling.phase() + number / sampling.rate()) * NANOS);
    }

    private int slot(int place) {
        int slot = oldest + place;
        return slot < stamp.length ? slot : slot - stamp.length;
    }

    private int slotOf(int ago) {
        return slot(arrived - 1 - Objects.checkIndex(ago, arrived));
    }

    /** How its measurements are timed. */
    public Sampling sampling() {
        return sampling;
    }

    /** How many measurements can be read now. */
    public int available() {
        return arrived;
    }

    /** How many measurements were due so far. */
    public long taken() {
        return taken;
    }

    /** How many of them were lost, or could not be made. */
    public long dropped() {
        return dropped;
    }

    /** How many of them have arrived; the newest that can be read is number {@code delivered() - 1}. */
    public long delivered() {
        return delivered;
    }

    /**
     * When a measurement was taken, nanoseconds.
     *
     * @param ago 0 for the newest that has arrived, up to {@code available() - 1}
     */
    public long stamp(int ago) {
        return stamp[slotOf(ago)];
    }

    /** When a measurement arrived, or could have between two ticks, nanoseconds. */
    public long arrival(int ago) {
        return arrival[slotOf(ago)];
    }

    /** One number of a measurement. */
    public double value(int ago, int index) {
        return values[slotOf(ago) * dimension + Objects.checkIndex(index, dimension)];
    }

    /**
     * All numbers of a measurement.
     *
     * @param out Modified. as many as the dimension says, at {@code offset}
     */
    public void read(int ago, double[] out, int offset) {
        System.arraycopy(values, slotOf(ago) * dimension, out, offset, dimension);
    }

    /** Forgets everything and begins anew. */
    void reset() {
        chance.reset();
        oldest = 0;
        arrived = 0;
        underWay = 0;
        next = 0;
        last = -1;
        taken = 0;
        dropped = 0;
        delivered = 0;
    }

    /** How many numbers {@link #save} writes. */
    int stateSize() {
        return NoiseStream.STATE_SIZE
                + COUNTERS * WholeNumbers.SIZE
                + stamp.length * (2 * WholeNumbers.SIZE + dimension);
    }

    /** Writes all that decides its future and can be read of its past; equal channels write equal numbers. */
    void save(double[] out, int offset) {
        chance.save(out, offset);
        int o = offset + NoiseStream.STATE_SIZE;
        o = WholeNumbers.put(arrived, out, o);
        o = WholeNumbers.put(underWay, out, o);
        o = WholeNumbers.put(next, out, o);
        o = WholeNumbers.put(last, out, o);
        o = WholeNumbers.put(taken, out, o);
        o = WholeNumbers.put(dropped, out, o);
        o = WholeNumbers.put(delivered, out, o);
        for (int place = 0; place < arrived + underWay; place++) {
            int slot = slot(place);
            o = WholeNumbers.put(stamp[slot], out, o);
            o = WholeNumbers.put(arrival[slot], out, o);
            System.arraycopy(values, slot * dimension, out, o, dimension);
            o += dimension;
        }
        Arrays.fill(out, o, offset + stateSize(), 0);
    }

    /** Takes back what {@link #save} wrote. */
    void restore(double[] in, int offset) {
        chance.restore(in, offset);
        int o = offset + NoiseStream.STATE_SIZE;
        oldest = 0;
        arrived = (int) WholeNumbers.get(in, o);
        underWay = (int) WholeNumbers.get(in, o + 2);
        next = WholeNumbers.get(in, o + 4);
        last = WholeNumbers.get(in, o + 6);
        taken = WholeNumbers.get(in, o + 8);
        dropped = WholeNumbers.get(in, o + 10);
        delivered = WholeNumbers.get(in, o + 12);
        o += COUNTERS * WholeNumbers.SIZE;
        for (int slot = 0; slot < arrived + underWay; slot++) {
            stamp[slot] = WholeNumbers.get(in, o);
            arrival[slot] = WholeNumbers.get(in, o + WholeNumbers.SIZE);
            o += 2 * WholeNumbers.SIZE;
            System.arraycopy(in, o, values, slot * dimension, dimension);
            o += dimension;
        }
    }
}
