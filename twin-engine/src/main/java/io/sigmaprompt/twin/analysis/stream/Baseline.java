package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Location and scale of a signal over a long past, every so many values of it, in each phase by itself. */
final class Baseline implements Restorable {
    private final int window;
    private final int every;
    private final int learning;

    /** By phase; null where none of its values was seen. */
    private @Nullable RobustStatistic[] phases = new RobustStatistic[2];

    /** That of the phase. */
    private @Nullable RobustStatistic current;

    private int phase;
    private int since;

    /**
     * A baseline that has seen nothing.
     *
     * @param window values it rests on
     * @param every takes one value of so many, once it is known
     * @param learning values that must be known before it is believed
     */
    Baseline(int window, int every, int learning) {
        this.window = window;
        this.every = every;
        this.learning = learning;
    }

    void enter(int next) {
        phase = next;
        current = next < phases.length ? phases[next] : null;
    }

    /** What is known of a phase, from its first value on. */
    private RobustStatistic of(int one) {
        if (one >= phases.length) {
            phases = Arrays.copyOf(phases, one + 2);
        }
        RobustStatistic known = phases[one];
        if (known == null) {
            known = new RobustStatistic(window);
            phases[one] = known;
            enter(phase);
        }
        return known;
    }

    /** The values that a phase rests on, oldest first. */
    double[] values(int one) {
        RobustStatistic known = one < phases.length ? phases[one] : null;
        return known == null ? new double[0] : known.values();
    }

    /** Starts a phase from values seen elsewhere. */
    void startFrom(int one, double[] values) {
        RobustStatistic into = of(one);
        into.forget();
        for (double value : values) {
            into.add(value);
        }
    }

    /** Until it is known every value counts. */
    void add(double value) {
        if (!known() || ++since >= every) {
            since = 0;
            of(phase).add(value);
        }
    }

    boolean known() {
        return current != null && current.size() >= learning;
    }

    double median() {
        return current == null ? 0 : current.median();
    }

    double deviation() {
        return current == null ? 0 : current.deviation();
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(phase);
        out.putInt(since);
        out.putInt(phases.length);
        for (RobustStatistic one : phases) {
            out.putBoolean(one != null);
            if (one != null) {
                one.save(out);
            }
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        phase = in.getInt();
        since = in.getInt();
        phases = new RobustStatistic[in.getInt()];
        for (int i = 0; i < phases.length; i++) {
            if (in.getBoolean()) {
                RobustStatistic one = new RobustStatistic(window);
                one.restore(in);
                phases[i] = one;
            }
        }
        enter(phase);
    }
}
