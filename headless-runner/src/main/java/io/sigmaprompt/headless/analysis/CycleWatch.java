package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.analysis.stream.TailProbability;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds rows that do not belong where they are in their cycle, and cycles that do not end. */
final class CycleWatch {
    private static final double RARE = 1e-4;
    private static final int LEARNING = 200;

    private final String counter;
    private final CycleNormal normal;
    private final TailProbability past = new TailProbability(10_000);
    private final ScoreSpan off;
    private final ScoreSpan late;
    private final Consumer<Anomaly> findings;
    private double[] counters = {};
    private double score = Double.NaN;

    CycleWatch(String counter, double periodNanos, Consumer<Anomaly> findings) {
        this.counter = counter;
        this.findings = findings;
        normal = new CycleNormal(1.6e-9 * periodNanos);
        long hold = Math.round(3 * periodNanos);
        off = new ScoreSpan(1 - RARE, hold);
        late = new ScoreSpan(1, hold);
    }

    void next(long nanos, double[] values, double[] now) {
        if (changed(now)) {
            normal.begin(nanos);
        }
        normal.next(nanos, values);
        double distance = normal.usual();
        score = Double.NaN;
        if (!Double.isNaN(distance)) {
            score = past.total() < LEARNING ? Double.NaN : 1 - past.of(distance);
            past.add(distance);
        }
        tellOff(off.next(nanos, distance, score));
        tellLate(late.next(nanos, 1, normal.overdue() ? 1 : 0));
    }

    private boolean changed(double[] now) {
        boolean changed = false;
        for (int i = 0; i < now.length; i++) {
            changed |=
                    i < counters.length && now[i] != counters[i] && !Double.isNaN(now[i]) && !Double.isNaN(counters[i]);
        }
        if (counters.length == 0 || Arrays.stream(now).noneMatch(Double::isNaN)) {
            counters = now.clone();
        }
        return changed;
    }

    void end() {
        tellOff(off.end());
        tellLate(late.end());
    }

    private void tellOff(ScoreSpan.@Nullable Span span) {
        if (span != null) {
            findings.accept(new Anomaly(
                    Kind.NOVELTY,
                    "all signals",
                    span.fromNanos(),
                    span.toNanos(),
                    span.score(),
                    span.worst(),
                    past.quantile(RARE),
                    "σ",
                    "cycle",
                    "cycles 60, share 0.3, counted by " + counter,
                    String.format(
                            Locale.ROOT,
                            "what the signals do together is %.3g σ from what they did at this moment of most cycles",
                            span.worst())));
        }
    }

    private void tellLate(ScoreSpan.@Nullable Span span) {
        if (span != null) {
            double seconds = (span.toNanos() - span.fromNanos()) / 1e9;
            findings.accept(new Anomaly(
                    Kind.PERIODICITY,
                    counter,
                    span.fromNanos(),
                    span.toNanos(),
                    1 - RARE,
                    seconds,
                    0,
                    "s",
                    "overdue",
                    "share 0.3",
                    "the cycle lasts " + Spans.words(seconds) + " longer than seven of ten cycles before it"));
        }
    }

    /** How unusual the last row is, from 0 to 1; NaN where it cannot be told. */
    double score() {
        return score;
    }

    CycleNormal normal() {
        return normal;
    }
}
