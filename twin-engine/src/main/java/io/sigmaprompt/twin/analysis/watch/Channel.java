package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.stream.Statistic;
import io.sigmaprompt.twin.analysis.stream.TailProbability;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One statistic of one signal: its past in each phase, and whether it is a finding now. */
final class Channel implements Restorable {
    private final Statistic statistic;
    private final WatchSettings settings;

    /** What is needed of both at each sample, beside what else is. */
    private final double alarm;

    private final double learning;
    private final double weight;
    private final double floor;
    private final double limit;

    /** By phase; null where a phase was never in. */
    private @Nullable TailProbability[] past = new TailProbability[2];

    /** That of the phase. */
    private @Nullable TailProbability current;

    private int phase;

    private boolean active;
    private double value = Double.NaN;
    private double probability = Double.NaN;

    private long fromNanos;
    private long lastNanos;
    private double worst;
    private double least = 1;
    private double threshold;

    Channel(Statistic statistic, WatchSettings settings) {
        this.statistic = statistic;
        this.settings = settings;
        // Where news come more seldom, rarer news are as seldom.
        weight = statistic.weight();
        alarm = settings.alarm() / weight;
        learning = settings.learning() * weight;
        floor = statistic.least();
        limit = statistic.limit();
    }

    /** What comes next belongs to a phase, whose past is its own. */
    void enter(int next) {
        phase = next;
        current = of(next);
        statistic.enter(next);
    }

    /** The past of a phase, from its first sample on. */
    private TailProbability of(int one) {
        if (one >= past.length) {
            past = Arrays.copyOf(past, one + 2);
        }
        TailProbability known = past[one];
        if (known == null) {
            known = new TailProbability(settings.horizon());
            past[one] = known;
        }
        return known;
    }

    /** What happened at a sample. */
    enum Change {
        NONE,
        BEGAN,
        ENDED
    }

    Change next(long nanos, double sample, Motion motion) {
        value = statistic.next(nanos, sample, motion);
        if (Double.isNaN(value)) {
            // What cannot be told does not end what was found.
            probability = Double.NaN;
            return Change.NONE;
        }
        TailProbability usual = current;
        if (usual == null) {
            usual = of(phase);
            current = usual;
        }
        boolean learnt = usual.total() >= learning;
        probability = learnt ? usual.of(value) : Double.NaN;
        boolean rare = learnt && probability <= alarm && value >= floor;
        boolean beyond = rare || value > limit;
        learn(usual, rare);
        if (beyond) {
            return trouble(nanos, usual);
        }
        boolean usualAgain = learnt ? probability >= settings.clear() || value < floor : true;
        return usualAgain ? calm(nanos) : Change.NONE;
    }

    /** What is found counts for no more than the threshold, and for nothing where it is not to become normal. */
    private void learn(TailProbability usual, boolean rare) {
        if (!rare) {
            usual.add(value, weight);
        } else if (settings.adapts()) {
            usual.add(Math.min(value, usual.quantile(alarm)), weight);
        }
    }

    private Change trouble(long nanos, TailProbability usual) {
        lastNanos = nanos;
        boolean began = !active;
        if (began) {
            active = true;
            fromNanos = nanos;
            worst = value;
            least = Double.isNaN(probability) ? 1 : probability;
            double rare = usual.quantile(alarm);
            threshold = Math.min(limit, Double.isNaN(rare) ? floor : Math.max(rare, floor));
        }
        worst = Math.max(worst, value);
        if (!Double.isNaN(probability)) {
            least = Math.min(least, probability);
        }
        return began ? Change.BEGAN : Change.NONE;
    }

    private Change calm(long nanos) {
        if (active && nanos - lastNanos >= settings.holdNanos()) {
            active = false;
            return Change.ENDED;
        }
        return Change.NONE;
    }

    /** Ends what is active, since nothing more comes. */
    boolean end() {
        boolean was = active;
        active = false;
        return was;
    }

    void interrupt() {
        statistic.interrupt();
    }

    Statistic statistic() {
        return statistic;
    }

    boolean active() {
        return active;
    }

    /** The statistic at the last sample. */
    double value() {
        return value;
    }

    /** The probability that a usual sample is as unusual as the last one; NaN while it cannot be said. */
    double probability() {
        return probability;
    }

    /** First and last sample of what is or was found, what was seen at worst, and what it was held against. */
    long fromNanos() {
        return fromNanos;
    }

    long lastNanos() {
        return lastNanos;
    }

    double worst() {
        return worst;
    }

    double threshold() {
        return threshold;
    }

    /** How unusual it was at worst, from 0 to 1; 1 for what is beyond a limit. */
    double score() {
        return worst > limit ? 1 : 1 - least;
    }

    /** What is usual in a phase: the statistic's own normal, and its values. */
    PhaseNormal.Learnt normal(int one) {
        TailProbability known = one < past.length ? past[one] : null;
        return new PhaseNormal.Learnt(
                statistic.name(), statistic.normal(one), known == null ? new double[0] : known.bins());
    }

    void startFrom(int one, PhaseNormal.Learnt learnt) {
        statistic.startFrom(one, learnt.normal());
        of(one).startFrom(learnt.bins());
    }

    @Override
    public void save(CanonicalOutput out) {
        statistic.save(out);
        out.putInt(past.length);
        for (TailProbability one : past) {
            out.putBoolean(one != null);
            if (one != null) {
                one.save(out);
            }
        }
        out.putInt(phase);
        out.putBoolean(active);
        out.putDouble(value);
        out.putDouble(probability);
        out.putLong(fromNanos);
        out.putLong(lastNanos);
        out.putDouble(worst);
        out.putDouble(least);
        out.putDouble(threshold);
    }

    @Override
    public void restore(CanonicalInput in) {
        statistic.restore(in);
        past = new TailProbability[in.getInt()];
        for (int i = 0; i < past.length; i++) {
            if (in.getBoolean()) {
                of(i).restore(in);
            }
        }
        phase = in.getInt();
        current = phase < past.length ? past[phase] : null;
        active = in.getBoolean();
        value = in.getDouble();
        probability = in.getDouble();
        fromNanos = in.getLong();
        lastNanos = in.getLong();
        worst = in.getDouble();
        least = in.getDouble();
        threshold = in.getDouble();
    }
}
