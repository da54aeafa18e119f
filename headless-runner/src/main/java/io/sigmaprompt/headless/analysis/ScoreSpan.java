package io.sigmaprompt.headless.analysis;

import org.jspecify.annotations.Nullable;

/** Makes one span of neighbouring scores that are beyond a threshold. */
final class ScoreSpan {
    /**
     * What is beyond.
     *
     * @param worst the greatest value
     * @param score the greatest score
     */
    record Span(long fromNanos, long toNanos, double worst, double score) {}

    private final double least;
    private final long holdNanos;
    private @Nullable Span open;

    /**
     * No span yet.
     *
     * @param least score that begins or carries on a span
     * @param holdNanos how long scores must be below for the span to end
     */
    ScoreSpan(double least, long holdNanos) {
        this.least = least;
        this.holdNanos = holdNanos;
    }

    /** Takes the next score; the span that ended with it, or null. */
    @Nullable
    Span next(long nanos, double value, double score) {
        if (score >= least) {
            Span now = open;
            Span ended = now != null && nanos - now.toNanos > holdNanos ? now : null;
            open = now == null || ended != null
                    ? new Span(nanos, nanos, value, score)
                    : new Span(now.fromNanos, nanos, Math.max(now.worst, value), Math.max(now.score, score));
            return ended;
        }
        return open != null && nanos - open.toNanos > holdNanos ? end() : null;
    }

    /** The span that lasts, which ends. */
    @Nullable
    Span end() {
        Span last = open;
        open = null;
        return last;
    }
}
