package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.analysis.stream.TailProbability;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.Locale;
import java.util.function.Consumer;

/** Watches how evenly rows come: rows that are missing, and rows that come early or late. */
final class TimingWatch {
    /** So many usual intervals without a row are a gap. */
    private static final double GAP = 1.5;

    /** Beyond this share of the usual interval, and this rare, a row comes unevenly. */
    private static final double UNEVEN = 0.2;

    private static final double RARE = 1e-6;
    private static final int LEARNING = 100;

    private final String group;
    private final double usualNanos;
    private final DetectorChoice choice;
    private final Consumer<Anomaly> findings;
    private final TailProbability past = new TailProbability(10_000);
    private long last = Long.MIN_VALUE;

    /** @param usualNanos the usual interval */
    TimingWatch(String group, double usualNanos, DetectorChoice choice, Consumer<Anomaly> findings) {
        this.group = group;
        this.usualNanos = usualNanos;
        this.choice = choice;
        this.findings = findings;
    }

    /**
     * Looks at the next row's time.
     *
     * @return whether rows are missing before it
     */
    boolean next(long nanos) {
        long interval = last == Long.MIN_VALUE ? Math.round(usualNanos) : nanos - last;
        long from = last;
        last = nanos;
        double off = Math.abs(interval / usualNanos - 1);
        double probability = past.total() < LEARNING ? Double.NaN : past.of(off);
        past.add(off);
        if (usualNanos <= 0) {
            return false;
        }
        if (interval > GAP * usualNanos) {
            if (choice.has(Kind.GAP)) {
                double score = Double.isNaN(probability) ? 1 : 1 - probability;
                tell(Kind.GAP, from, nanos, score, (double) interval, GAP * usualNanos, "interval", "factor " + GAP);
            }
            return true;
        }
        if (choice.has(Kind.JITTER) && probability <= RARE && off > UNEVEN) {
            String parameters =
                    String.format(Locale.ROOT, "probability %.0e, at least %g of the interval", RARE, UNEVEN);
            tell(
                    Kind.JITTER,
                    from,
                    nanos,
                    1 - probability,
                    (double) interval,
                    (1 + UNEVEN) * usualNanos,
                    "interval",
                    parameters);
        }
        return false;
    }

    private void tell(
            Kind kind,
            long from,
            long to,
            double score,
            double interval,
            double threshold,
            String detector,
            String parameters) {
        String sentence = kind == Kind.GAP
                ? String.format(
                        Locale.ROOT,
                        "no row for %s: about %.0f missing",
                        Spans.words(interval / 1e9),
                        interval / usualNanos - 1)
                : String.format(
                        Locale.ROOT,
                        "a row comes after %s instead of %s",
                        Spans.words(interval / 1e9),
                        Spans.words(usualNanos / 1e9));
        findings.accept(new Anomaly(
                kind, group, from, to, score, interval / 1e9, threshold / 1e9, "s", detector, parameters, sentence));
    }
}
