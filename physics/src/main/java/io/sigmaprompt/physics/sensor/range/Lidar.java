package io.sigmaprompt.physics.sensor.range;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.sensor.Mount;
import io.sigmaprompt.physics.sensor.Sampling;
import io.sigmaprompt.physics.sensor.SensedWorld;
import io.sigmaprompt.physics.sensor.Sensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A laser scanner, of one plane or of many rings, as its {@link BeamTable} says. A measurement is the range along each
 * beam, metres, in the table's order, with infinities and NaN as {@link RangeErrors} tells; its stamp is that of the last
 * beam. The link that carries it is not seen.
 */
public final class Lidar extends Sensor {
    /** Of a scan: sums of time steps are a little off. */
    private static final double SLACK = 1e-6;

    private static final int COUNTERS = 3;

    private final BeamTable beams;
    private final BeamCaster caster;
    private final RangeErrors errors;
    private final boolean rolling;
    private final double rate;
    private final List<String> labels;
    private final double[] ranges;
    private int fired;
    private double began;
    private boolean scanning;

    /**
     * A scanner.
     *
     * @param rolling whether the beams are fired one column after another over the period, from wherever the scanner is
     *     by then, and not all at the instant of the measurement; the first scan is at one instant anyway
     * @param seed of its noise
     * @throws BadInputException if a rolling one is to measure at every tick
     */
    public Lidar(
            String name,
            Mount mount,
            BeamTable beams,
            RangeErrors errors,
            boolean rolling,
            Sampling sampling,
            long seed) {
        super(name, beams.count(), sampling, seed);
        if (rolling && sampling.rate() == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "lidar '" + name + "', rate",
                    "expected a number of Hz for beams that are spread over a scan, found infinity",
                    "Give the scans a second, or fire all beams at once.");
        }
        this.beams = beams;
        this.errors = errors;
        this.rolling = rolling;
        caster = new BeamCaster(beams, mount, errors.greatest());
        rate = sampling.rate();
        ranges = new double[beams.count()];
        List<String> numbered = new ArrayList<>(beams.count());
        for (int beam = 0; beam < beams.count(); beam++) {
            numbered.add("range." + beam);
        }
        labels = Collections.unmodifiableList(numbered);
    }

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public List<String> units() {
        return Collections.nCopies(ranges.length, "m");
    }

    /** The beams it fires. */
    public BeamTable beams() {
        return beams;
    }

    /**
     * The point that a beam of a measurement met.
     *
     * @param ago which measurement, 0 for the newest
     * @param out Modified. 3 numbers in the scanner's frame at {@code o}, metres; left as they were where there is none
     * @return whether there is one
     */
    public boolean point(int ago, int beam, double[] out, int o) {
        double range = channel().value(ago, beam);
        if (!Double.isFinite(range)) {
            return false;
        }
        beams.direction(beam, out, o);
        for (int i = o; i < o + 3; i++) {
            out[i] *= range;
        }
        return true;
    }

    @Override
    protected void watch(SensedWorld world) {
        if (!scanning) {
            return;
        }
        double reached = (world.time() - began) * rate + SLACK;
        int until = fired;
        while (until < ranges.length && beams.moment(until) <= reached) {
            until++;
        }
        fire(world, until);
    }

    @Override
    protected boolean measure(SensedWorld world, double elapsed, double[] out) {
        fire(world, ranges.length);
        System.arraycopy(ranges, 0, out, 0, ranges.length);
        fired = 0;
        if (rolling) {
            began = world.time();
            scanning = true;
        }
        return true;
    }

    private void fire(SensedWorld world, int until) {
        if (fired == until) {
            return;
        }
        caster.locate(world);
        for (int beam = fired; beam < until; beam++) {
            ranges[beam] = errors.read(caster.cast(world, beam), noise);
        }
        fired = until;
    }

    @Override
    protected void clear() {
        fired = 0;
        began = 0;
        scanning = false;
    }

    @Override
    protected int ownStateSize() {
        return rolling ? COUNTERS + ranges.length : 0;
    }

    @Override
    protected void saveOwn(double[] out, int offset) {
        if (!rolling) {
            return;
        }
        out[offset] = fired;
        out[offset + 1] = began;
        out[offset + 2] = scanning ? 1 : 0;
        System.arraycopy(ranges, 0, out, offset + COUNTERS, fired);
        Arrays.fill(out, offset + COUNTERS + fired, offset + COUNTERS + ranges.length, 0);
    }

    @Override
    protected void restoreOwn(double[] in, int offset) {
        if (!rolling) {
            fired = 0;
            return;
        }
        fired = (int) in[offset];
        began = in[offset + 1];
        scanning = in[offset + 2] != 0;
        System.arraycopy(in, offset + COUNTERS, ranges, 0, fired);
    }
}
