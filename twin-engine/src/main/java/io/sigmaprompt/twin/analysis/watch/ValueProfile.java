package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What values and slopes a signal has in each phase, by one sample of so many. */
final class ValueProfile implements Restorable {
    private static final int WINDOW = 128;
    private static final int EVERY = 32;

    /** Values and slopes of one phase. */
    private record Phase(RecentValues values, RecentValues slopes) {}

    /** By number; null where none of its values was kept. */
    private @Nullable Phase[] phases = new Phase[2];

    private int phase;
    private int since;
    private double last = Double.NaN;
    private long lastNanos;

    void enter(int next) {
        phase = next;
    }

    private Phase of(int one) {
        if (one >= phases.length) {
            phases = Arrays.copyOf(phases, one + 2);
        }
        Phase known = phases[one];
        if (known == null) {
            known = new Phase(new RecentValues(WINDOW), new RecentValues(WINDOW));
            phases[one] = known;
        }
        return known;
    }

    void add(long nanos, double value) {
        if (++since >= EVERY) {
            since = 0;
            Phase now = of(phase);
            now.values().add(value);
            if (!Double.isNaN(last)) {
                now.slopes().add(Math.abs(value - last) / ((nanos - lastNanos) * 1e-9));
            }
        }
        last = value;
        lastNanos = nanos;
    }

    PhaseNormal normal(String name, int one, List<PhaseNormal.Learnt> learnt) {
        Phase known = one < phases.length ? phases[one] : null;
        return new PhaseNormal(
                name,
                known == null ? new double[0] : known.values().oldestFirst(),
                known == null ? new double[0] : known.slopes().oldestFirst(),
                learnt);
    }

    void startFrom(int one, PhaseNormal known) {
        Phase into = of(one);
        fill(into.values(), known.values());
        fill(into.slopes(), known.slopes());
    }

    private static void fill(RecentValues into, double[] from) {
        into.forget();
        for (double value : from) {
            into.add(value);
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(phase);
        out.putInt(phases.length);
        for (Phase one : phases) {
            out.putBoolean(one != null);
            if (one != null) {
                one.values().save(out);
                one.slopes().save(out);
            }
        }
        out.putInt(since);
        out.putDouble(last);
        out.putLong(lastNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        phase = in.getInt();
        phases = new Phase[in.getInt()];
        for (int i = 0; i < phases.length; i++) {
            if (in.getBoolean()) {
                Phase one = of(i);
                one.values().restore(in);
                one.slopes().restore(in);
            }
        }
        since = in.getInt();
        last = in.getDouble();
        lastNanos = in.getLong();
    }
}
