package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** A statistic whose score is the share of its own past that lies below it: 1 less a p-value. */
public final class CalibratedDetector implements SignalDetector {
    private final Statistic statistic;
    private final TailProbability past;
    private final int learning;
    private double probability = Double.NaN;

    /**
     * A detector that has seen nothing.
     *
     * @param learning values of the statistic that must be known before one is judged
     * @param horizon values that weigh fully in its past
     */
    public CalibratedDetector(Statistic statistic, int learning, double horizon) {
        this.statistic = statistic;
        this.learning = learning;
        past = new TailProbability(horizon);
    }

    @Override
    public double score(long nanos, double value) {
        double now = Double.isNaN(value) ? Double.NaN : statistic.next(nanos, value, Motion.UNKNOWN);
        if (Double.isNaN(now)) {
            probability = Double.NaN;
            return Double.NaN;
        }
        probability = past.total() < learning * statistic.weight() ? Double.NaN : past.of(now);
        past.add(now, statistic.weight());
        return 1 - probability;
    }

    /** The probability that a usual sample is as unusual as the last one; NaN while it cannot be said. */
    public double probability() {
        return probability;
    }

    @Override
    public String name() {
        return statistic.name();
    }

    @Override
    public String parameters() {
        return statistic.parameters();
    }

    @Override
    public void save(CanonicalOutput out) {
        statistic.save(out);
        past.save(out);
        out.putDouble(probability);
    }

    @Override
    public void restore(CanonicalInput in) {
        statistic.restore(in);
        past.restore(in);
        probability = in.getDouble();
    }
}
