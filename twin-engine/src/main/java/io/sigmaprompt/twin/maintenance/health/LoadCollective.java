package io.sigmaprompt.twin.maintenance.health;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.HealthIndicatorRecord.Load;

/**
 * What a joint has borne: way, cycles of effort by their range, and Miner's sum (Palmgren 1924, Miner 1945) with a declared
 * exponent. The reference is the joint's effort limit.
 */
final class LoadCollective implements Restorable {
    static final int BINS = 24;

    /** Widest range in the bins, in double effort limits. */
    private static final double WIDEST = 1.2;

    private final double limit;
    private final int exponent;
    private final double rangeStep;
    private final Rainflow cycles;
    private final double[] counts = new double[BINS];
    private double damage;
    private double seconds;
    private double travel;
    private double loadedTravel;

    /** @param limit effort limit, N m or N */
    LoadCollective(double limit, HealthSettings settings) {
        this.limit = limit;
        exponent = settings.exponent();
        rangeStep = WIDEST * 2 * limit / BINS;
        cycles = new Rainflow(settings.deadband() * limit, range -> count(range, 1), range -> count(range, 0.5));
    }

    private void count(double range, double weight) {
        count(counts, range, weight);
        damage += weight * share(range / (2 * limit));
    }

    private void count(double[] bins, double range, double weight) {
        bins[(int) Math.min(range / rangeStep, BINS - 1)] += weight;
    }

    private double share(double ratio) {
        // The library's power allocates.
        double product = 1;
        for (int i = 0; i < exponent; i++) {
            product *= ratio;
        }
        return product;
    }

    /** Takes the effort of a frame, N m or N. */
    void effort(double effort) {
        cycles.add(effort);
    }

    /**
     * Takes a stretch.
     *
     * @param effort mean magnitude over it, N m or N; NaN where it is not measured
     * @param way gone in it, rad or m, forth and back both counted
     */
    void stretch(double duration, double way, double effort) {
        seconds += duration;
        travel += way;
        if (!Double.isNaN(effort)) {
            loadedTravel += way * share(effort / limit);
        }
    }

    /** All so far; what is open counts as half cycles. */
    Load load() {
        double[] bins = counts.clone();
        double[] open = new double[1];
        cycles.open(range -> {
            count(bins, range, 0.5);
            open[0] += 0.5 * share(range / (2 * limit));
        });
        double all = 0;
        for (double each : bins) {
            all += each;
        }
        return new Load(seconds, travel, loadedTravel, all, damage + open[0], exponent, rangeStep, bins);
    }

    @Override
    public void save(CanonicalOutput out) {
        cycles.save(out);
        out.putDoubles(counts);
        out.putDouble(damage);
        out.putDouble(seconds);
        out.putDouble(travel);
        out.putDouble(loadedTravel);
    }

    @Override
    public void restore(CanonicalInput in) {
        cycles.restore(in);
        in.getDoubles(counts);
        damage = in.getDouble();
        seconds = in.getDouble();
        travel = in.getDouble();
        loadedTravel = in.getDouble();
    }
}
