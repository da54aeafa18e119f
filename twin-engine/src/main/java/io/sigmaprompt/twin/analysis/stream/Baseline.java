package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.ArrayList;
import java.util.List;

/** Location and scale of a signal over a long past, every so many values of it, in each phase by itself. */
final class Baseline implements Restorable {
    private final int window;
    private final int every;
    private final int learning;
    private final List<RobustStatistic> phases = new ArrayList<>();
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
        enter(0);
    }

    void enter(int next) {
        phase = next;
        of(next);
    }

    /** What is known of a phase. */
    RobustStatistic of(int one) {
        while (phases.size() <= one) {
            phases.add(new RobustStatistic(window));
        }
        return phases.get(one);
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
            phases.get(phase).add(value);
        }
    }

    boolean known() {
        return phases.get(phase).size() >= learning;
    }

    double median() {
        return phases.get(phase).median();
    }

    double deviation() {
        return phases.get(phase).deviation();
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(phase);
        out.putInt(since);
        out.putInt(phases.size());
        for (RobustStatistic one : phases) {
            one.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        phase = in.getInt();
        since = in.getInt();
        phases.clear();
        for (int left = in.getInt(); left > 0; left--) {
            RobustStatistic one = new RobustStatistic(window);
            one.restore(in);
            phases.add(one);
        }
    }
}
