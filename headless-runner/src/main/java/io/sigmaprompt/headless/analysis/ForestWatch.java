package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.port.NoveltyModel;
import io.sigmaprompt.twin.port.NoveltyModelProvider;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds combinations of signals that were never seen, by a model outside the kernel. */
final class ForestWatch implements AutoCloseable {
    private static final double RARE = 1e-4;
    private static final long SEED = 42;
    /** Points that come faster are left out: a forest takes its time for each, and neighbours are alike. */
    private static final long LEAST_NANOS = 50_000_000;

    private final String group;
    private final NoveltyModel model;
    private final ScoreSpan span;
    private final Consumer<Anomaly> findings;
    private final double[] point;
    private long last = Long.MIN_VALUE;
    private double score = Double.NaN;

    private ForestWatch(String group, NoveltyModel model, int signals, double periodNanos, Consumer<Anomaly> findings) {
        this.group = group;
        this.model = model;
        this.findings = findings;
        point = new double[signals];
        span = new ScoreSpan(1 - RARE, Math.round(3 * Math.max(periodNanos, LEAST_NANOS)));
    }

    /** A watch over a group's signals, or null where no model is there. */
    static @Nullable ForestWatch of(String group, int signals, double periodNanos, Consumer<Anomaly> findings) {
        for (NoveltyModelProvider provider : ServiceLoader.load(NoveltyModelProvider.class)) {
            return new ForestWatch(group, provider.open(signals, SEED), signals, periodNanos, findings);
        }
        return null;
    }

    /** Looks at the next row; a missing value is taken for the last. */
    void next(long nanos, double[] values) {
        boolean whole = true;
        for (int i = 0; i < point.length; i++) {
            point[i] = Double.isFinite(values[i]) ? values[i] : point[i];
            whole &= Double.isFinite(values[i]);
        }
        if (!whole && last == Long.MIN_VALUE || last != Long.MIN_VALUE && nanos - last < LEAST_NANOS) {
            return;
        }
        last = nanos;
        score = model.score(nanos, point);
        tell(span.next(nanos, score, score));
    }

    /** How unusual the last row is, from 0 to 1; NaN where it cannot be told. */
    double score() {
        return score;
    }

    private void tell(ScoreSpan.@Nullable Span ended) {
        if (ended != null) {
            findings.accept(new Anomaly(
                    Kind.NOVELTY,
                    group,
                    ended.fromNanos(),
                    ended.toNanos(),
                    ended.score(),
                    ended.score(),
                    1 - RARE,
                    "",
                    model.name(),
                    model.parameters() + ", seed " + SEED,
                    String.format(
                            Locale.ROOT,
                            "a combination of the %d signals of %s that is unlike those before it",
                            point.length,
                            group)));
        }
    }

    @Override
    public void close() {
        tell(span.end());
        model.close();
    }
}
