package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.stream.Statistic;
import io.sigmaprompt.twin.analysis.stream.TailProbability;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.ArrayList;
import java.util.List;

/** One statistic of one signal: its past in each phase, and whether it is a finding now. */
final class Channel implements Restorable {
    private final Statistic statistic;
    private final WatchSettings settings;
    private final List<TailProbability> past = new ArrayList<>();
    private final double alarm;
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
        alarm = settings.alarm() / statistic.weight();
        enter(0);
    }

    /** What comes next belongs to a phase, whose past is its own. */
    void enter(int next) {
        phase = next;
        while (past.size() <= next) {
            past.add(new TailProbability(settings.horizon()));
        }
        statistic.enter(next);
    }

    /** What happened at a sample. */
    enum Change {
        NONE,
        BEGAN,
        ENDED
    }

    Change next(long nanos, double sample, Motion motion) {
        value = statistic.next(nanos, sample, motion);
        TailProbability usual = past.get(phase);
        if (Double.isNaN(value)) {
            // What cannot be told does not end what was found.
            probability = Double.NaN;
            return Change.NONE;
        }
        boolean learnt = usual.total() >= settings.learning() * statistic.weight();
        probability = learnt ? usual.of(value) : Double.NaN;
        boolean rare = learnt && probability <= alarm && value >= statistic.least();
        boolean beyond = rare || value > statistic.limit();
        learn(usual, rare);
        if (beyond) {
            return trouble(nanos, usual);
        }
        boolean usualAgain = learnt ? probability >= settings.clear() || value < statistic.least() : true;
        return usualAgain ? calm(nanos) : Change.NONE;
    }

    /** What is found counts for no more than the threshold, and for nothing where it is not to become normal. */
    private void learn(TailProbability usual, boolean rare) {
        if (!rare) {
            usual.add(value, statistic.weight());
        } else if (settings.adapts()) {
            usual.add(Math.min(value, usual.quantile(alarm)), statistic.weight());
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
            threshold = Math.min(
                    statistic.limit(), Double.isNaN(rare) ? statistic.least() : Math.max(rare, statistic.least()));
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
        return worst > statistic.limit() ? 1 : 1 - least;
    }

    /** What is usual in a phase: the statistic's own normal, and its values. */
    PhaseNormal.Learnt normal(int one) {
        return new PhaseNormal.Learnt(
                statistic.name(),
                statistic.normal(one),
                one < past.size() ? past.get(one).bins() : new double[0]);
    }

    void startFrom(int one, PhaseNormal.Learnt learnt) {
        while (past.size() <= one) {
            past.add(new TailProbability(settings.horizon()));
        }
        statistic.startFrom(one, learnt.normal());
        past.get(one).startFrom(learnt.bins());
    }

    @Override
    public void save(CanonicalOutput out) {
        statistic.save(out);
        out.putInt(past.size());
        for (TailProbability one : past) {
            one.save(out);
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
        past.clear();
        for (int left = in.getInt(); left > 0; left--) {
            TailProbability one = new TailProbability(settings.horizon());
            one.restore(in);
            past.add(one);
        }
        phase = in.getInt();
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
