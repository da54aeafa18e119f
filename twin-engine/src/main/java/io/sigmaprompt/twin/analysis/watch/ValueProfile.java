package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.RobustStatistic;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.ArrayList;
import java.util.List;

/** What values and slopes a signal has in each phase, by one sample of so many. */
final class ValueProfile implements Restorable {
    private static final int WINDOW = 128;
    private static final int EVERY = 32;

    private final List<RobustStatistic> values = new ArrayList<>();
    private final List<RobustStatistic> slopes = new ArrayList<>();
    private int phase;
    private int since;
    private double last = Double.NaN;
    private long lastNanos;

    ValueProfile() {
        enter(0);
    }

    void enter(int next) {
        phase = next;
        while (values.size() <= next) {
            values.add(new RobustStatistic(WINDOW));
            slopes.add(new RobustStatistic(WINDOW));
        }
    }

    void add(long nanos, double value) {
        if (++since >= EVERY) {
            since = 0;
            values.get(phase).add(value);
            if (!Double.isNaN(last)) {
                slopes.get(phase).add(Math.abs(value - last) / ((nanos - lastNanos) * 1e-9));
            }
        }
        last = value;
        lastNanos = nanos;
    }

    PhaseNormal normal(String name, int one, List<PhaseNormal.Learnt> learnt) {
        boolean known = one < values.size();
        return new PhaseNormal(
                name,
                known ? values.get(one).values() : new double[0],
                known ? slopes.get(one).values() : new double[0],
                learnt);
    }

    void startFrom(int one, PhaseNormal known) {
        int now = phase;
        enter(one);
        phase = now;
        fill(values.get(one), known.values());
        fill(slopes.get(one), known.slopes());
    }

    private static void fill(RobustStatistic into, double[] from) {
        into.forget();
        for (double value : from) {
            into.add(value);
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(phase);
        out.putInt(values.size());
        for (int i = 0; i < values.size(); i++) {
            values.get(i).save(out);
            slopes.get(i).save(out);
        }
        out.putInt(since);
        out.putDouble(last);
        out.putLong(lastNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        phase = in.getInt();
        values.clear();
        slopes.clear();
        int now = phase;
        enter(in.getInt() - 1);
        phase = now;
        for (int i = 0; i < values.size(); i++) {
            values.get(i).restore(in);
            slopes.get(i).restore(in);
        }
        since = in.getInt();
        last = in.getDouble();
        lastNanos = in.getLong();
    }
}
