package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.Combination;
import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.analysis.stream.Statistic;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.Evidence;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Watches one signal, sample by sample, with no look-ahead: learns what is normal in each phase of the task, and tells
 * what is not as it comes and goes. A sample costs no memory; a finding does. Belongs to one thread.
 */
public final class SignalWatch implements Restorable {
    /** A step so many times the usual one is a break: what comes after it is not held against what came before. */
    private static final double BREAK = 8;

    /** How quickly the usual step follows the median of all. */
    private static final double FOLLOWING = 0.05;

    /** Phases beyond so many share the first one's past. */
    private static final int MOST_PHASES = 16;

    private static final long NONE = Long.MIN_VALUE;

    private final Signal signal;
    private final WatchSettings settings;
    private final Consumer<SignalFinding> findings;
    private final Channel[] channels;
    private final ValueProfile values = new ValueProfile();
    private final List<String> phases = new ArrayList<>(List.of(""));
    private final double[] probabilities;

    /** Null where nobody asks for the score. */
    private final @Nullable Combination combination;

    private int phase;

    /** Name of the phase. */
    private String current = "";

    private long lastNanos = NONE;
    private double usualStep = Double.NaN;
    private double probability = Double.NaN;

    /**
     * A watch that has seen nothing.
     *
     * @param findings told of each finding as it comes and goes
     */
    public SignalWatch(Signal signal, WatchSettings settings, Consumer<SignalFinding> findings) {
        this(signal, settings, findings, true);
    }

    /**
     * A watch that has seen nothing.
     *
     * @param findings told of each finding as it comes and goes
     * @param scores whether {@link #score} is asked for; findings do not need it, and it takes a past of its own
     */
    public SignalWatch(Signal signal, WatchSettings settings, Consumer<SignalFinding> findings, boolean scores) {
        this.signal = signal;
        this.settings = settings;
        this.findings = findings;
        channels = Statistics.of(signal, settings).stream()
                .map(statistic -> new Channel(statistic, settings))
                .toArray(Channel[]::new);
        probabilities = new double[channels.length];
        Arrays.fill(probabilities, Double.NaN);
        combination = scores ? new Combination(settings.learning(), settings.horizon()) : null;
    }

    public Signal signal() {
        return signal;
    }

    /** What comes next belongs to a phase of the task, as {@code pick_part}; each phase has its own normal. */
    public void enter(String next) {
        if (current.equals(next)) {
            return;
        }
        phase = number(next);
        current = phases.get(phase);
        values.enter(phase);
        for (Channel channel : channels) {
            channel.enter(phase);
        }
    }

    private int number(String name) {
        int found = phases.indexOf(name);
        if (found < 0 && phases.size() < MOST_PHASES) {
            found = phases.size();
            phases.add(name);
        }
        return Math.max(found, 0);
    }

    /** What is normal for this signal, as far as it has been learnt. */
    public SignalNormal normal() {
        List<PhaseNormal> normal = new ArrayList<>();
        for (int i = 0; i < phases.size(); i++) {
            List<PhaseNormal.Learnt> learnt = new ArrayList<>();
            for (Channel channel : channels) {
                learnt.add(channel.normal(i));
            }
            normal.add(values.normal(phases.get(i), i, learnt));
        }
        return new SignalNormal(signal.name(), signal.unit(), normal);
    }

    /** Starts from what was learnt before, so that phases known then need no learning now. */
    public void startFrom(SignalNormal normal) {
        for (PhaseNormal known : normal.phases()) {
            int i = number(known.phase());
            values.startFrom(i, known);
            for (Channel channel : channels) {
                for (PhaseNormal.Learnt learnt : known.learnt()) {
                    if (learnt.detector().equals(channel.statistic().name())) {
                        channel.startFrom(i, learnt);
                    }
                }
            }
        }
    }

    /** Looks at the next sample of something of which nothing else is known. */
    public void feed(long nanos, double value) {
        feed(nanos, value, Motion.UNKNOWN);
    }

    /**
     * Looks at the next sample.
     *
     * @param nanos the sample's time; one that is not later than the last is left out
     * @param value the sample; NaN or infinite where it is missing
     * @param motion what is known of the thing that the signal measures
     */
    public void feed(long nanos, double value, Motion motion) {
        if (nanos <= lastNanos || !Double.isFinite(value)) {
            return;
        }
        step(nanos);
        values.add(nanos, value);
        lastNanos = nanos;
        for (int i = 0; i < channels.length; i++) {
            Channel channel = channels[i];
            Channel.Change change = channel.next(nanos, value, motion);
            probabilities[i] = channel.probability();
            if (change != Channel.Change.NONE && !foundOtherwise(channel)) {
                findings.accept(finding(channel, change == Channel.Change.BEGAN, nanos));
            }
        }
        if (combination != null) {
            probability = combination.of(probabilities);
        }
    }

    /** Follows the median step by small steps of its own (Robbins, Monro, Annals of Mathematical Statistics 1951). */
    private void step(long nanos) {
        double step = lastNanos == NONE ? Double.NaN : nanos - lastNanos;
        if (step > BREAK * usualStep) {
            for (Channel channel : channels) {
                Kind kind = channel.statistic().kind();
                if (kind != Kind.GAP && kind != Kind.JITTER) {
                    channel.interrupt();
                }
            }
        }
        usualStep = Double.isNaN(usualStep) ? step : usualStep * (1 + FOLLOWING * Math.signum(step - usualStep));
    }

    /** Whether another channel finds the same kind of thing now. */
    private boolean foundOtherwise(Channel channel) {
        for (Channel other : channels) {
            if (other != channel
                    && other.active()
                    && other.statistic().kind() == channel.statistic().kind()) {
                return true;
            }
        }
        return false;
    }

    /** Time begins anew: forgets the samples, but not what is normal, and ends what is found. */
    public void interrupt() {
        end();
        for (Channel channel : channels) {
            channel.interrupt();
        }
        lastNanos = NONE;
    }

    /** Ends what is still found, since nothing more comes. */
    public void end() {
        for (Channel channel : channels) {
            if (channel.end() && !foundOtherwise(channel)) {
                findings.accept(finding(channel, false, lastNanos));
            }
        }
    }

    /**
     * How unusual the last sample is to all detectors together, from 0 to 1; NaN while that cannot be said, or was not
     * to be told.
     */
    public double score() {
        return 1 - probability;
    }

    /** What is found now. */
    public List<SignalFinding> active() {
        List<SignalFinding> active = new ArrayList<>();
        for (Channel channel : channels) {
            if (channel.active()) {
                active.add(finding(channel, true, channel.fromNanos()));
            }
        }
        return active;
    }

    private SignalFinding finding(Channel channel, boolean active, long nanos) {
        Statistic statistic = channel.statistic();
        String unit = statistic.unit().startsWith("/") ? signal.unit() + statistic.unit() : statistic.unit();
        Kind kind = statistic.kind();
        String explanation = active
                ? String.format(
                        Locale.ROOT,
                        "%s in %s: %.4g %s, where %.4g is rare",
                        kind.words(),
                        signal.name(),
                        channel.worst(),
                        unit,
                        channel.threshold())
                : String.format(Locale.ROOT, "no %s in %s any more", kind.words(), signal.name());
        return new SignalFinding(
                kind,
                active,
                nanos,
                channel.lastNanos(),
                channel.worst(),
                channel.threshold(),
                unit,
                explanation,
                new Evidence(
                        statistic.name(),
                        signal.name(),
                        channel.fromNanos(),
                        channel.score(),
                        statistic.parameters() + String.format(Locale.ROOT, ", probability %.0e", settings.alarm())));
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putStrings(phases);
        out.putInt(phase);
        for (Channel channel : channels) {
            channel.save(out);
        }
        values.save(out);
        if (combination != null) {
            combination.save(out);
        }
        out.putLong(lastNanos);
        out.putDouble(usualStep);
        out.putDouble(probability);
        out.putDoubles(probabilities);
    }

    @Override
    public void restore(CanonicalInput in) {
        phases.clear();
        phases.addAll(in.getStrings());
        phase = in.getInt();
        current = phases.get(phase);
        for (Channel channel : channels) {
            channel.restore(in);
        }
        values.restore(in);
        if (combination != null) {
            combination.restore(in);
        }
        lastNanos = in.getLong();
        usualStep = in.getDouble();
        probability = in.getDouble();
        in.getDoubles(probabilities);
    }
}
