package io.sigmaprompt.physics.sensor;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.List;

/**
 * Something that measures a world at its own rate, with its own errors. The world steps it after each of its own steps
 * (and once at time 0); readers look at {@link #channel}. Deterministic from its seed; allocates nothing in a step. One
 * thread at a time.
 */
public abstract class Sensor {
    private static final double NANOS = 1e9;
    private static final String CHANNEL = "channel";

    /** The sensor's errors are drawn from here. */
    protected final NoiseStream noise;

    private final String name;
    private final SamplingChannel channel;
    private final double[] measurement;
    private long now = -1;

    /**
     * A sensor that has measured nothing yet.
     *
     * @param dimension numbers in a measurement
     * @param seed of its noise; see {@link NoiseStream#seedFor}
     */
    protected Sensor(String name, int dimension, Sampling sampling, long seed) {
        this.name = name;
        noise = new NoiseStream(seed);
        channel = new SamplingChannel(sampling, dimension, NoiseStream.seedFor(seed, CHANNEL));
        measurement = new double[dimension];
    }

    /** What the model or the scenario calls it. */
    public final String name() {
        return name;
    }

    /** Numbers in a measurement. */
    public final int dimension() {
        return measurement.length;
    }

    /** A short name of each number in a measurement. */
    public abstract List<String> labels();

    /** The unit of each number in a measurement; {@code "1"} where there is none. */
    public abstract List<String> units();

    /** What has arrived of its measurements. */
    public final SamplingChannel channel() {
        return channel;
    }

    /**
     * Lets it see the world after a step, measure if it is time to, and deliver what has been under way for long enough.
     *
     * @throws BadInputException if the world's time went back, and neither {@link #reset} nor {@link #restore} was called
     */
    public final void step(SensedWorld world) {
        long time = (long) Math.rint(world.time() * NANOS);
        if (time < now) {
            throw new BadInputException(
                    "sensor '" + name + "'",
                    "expected time to go on from " + now / NANOS + " s, found " + time / NANOS + " s",
                    "Reset or restore the sensors together with their world.");
        }
        now = time;
        watch(world);
        if (channel.due(time)) {
            if (measure(world, channel.elapsed(time), measurement)) {
                channel.take(time, measurement);
            } else {
                channel.miss(time);
            }
        }
        channel.advance(time);
    }

    /** Sees every step of the world, before any measurement of it; for what happens between two measurements. */
    protected void watch(SensedWorld world) {}

    /**
     * Measures.
     *
     * @param elapsed seconds since the measurement before; for the first, the period (0 where every tick measures)
     * @param out Modified. the measurement
     * @return false if there is none this time
     */
    protected abstract boolean measure(SensedWorld world, double elapsed, double[] out);

    /** Forgets what it has measured and begins anew, as it was constructed. */
    public final void reset() {
        noise.reset();
        channel.reset();
        now = -1;
        clear();
    }

    /** Puts what the subclass remembers back to the beginning; {@link #noise} is there already. */
    protected void clear() {}

    /** How many numbers {@link #save} writes. */
    public final int stateSize() {
        return WholeNumbers.SIZE + NoiseStream.STATE_SIZE + channel.stateSize() + ownStateSize();
    }

    /** How many numbers the subclass remembers. */
    protected int ownStateSize() {
        return 0;
    }

    /**
     * Writes all that decides its future and can be read of its past.
     *
     * @param out Modified. {@link #stateSize} numbers at {@code offset}
     */
    public final void save(double[] out, int offset) {
        int o = WholeNumbers.put(now, out, offset);
        noise.save(out, o);
        o += NoiseStream.STATE_SIZE;
        channel.save(out, o);
        saveOwn(out, o + channel.stateSize());
    }

    /** Writes what the subclass remembers, {@link #ownStateSize} numbers at {@code offset}. */
    protected void saveOwn(double[] out, int offset) {}

    /** Takes back what {@link #save} wrote at {@code offset}; the measurements that follow repeat bit by bit. */
    public final void restore(double[] in, int offset) {
        now = WholeNumbers.get(in, offset);
        int o = offset + WholeNumbers.SIZE;
        noise.restore(in, o);
        o += NoiseStream.STATE_SIZE;
        channel.restore(in, o);
        restoreOwn(in, o + channel.stateSize());
    }

    /** Takes back what {@link #saveOwn} wrote at {@code offset}. */
    protected void restoreOwn(double[] in, int offset) {}
}
