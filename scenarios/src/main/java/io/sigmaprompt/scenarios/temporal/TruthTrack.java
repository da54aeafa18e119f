package io.sigmaprompt.scenarios.temporal;

import org.jspecify.annotations.Nullable;

/**
 * Follows whether a condition is so, unknown or not so, and remembers what matters of it within a window. A state holds
 * until the next is set.
 */
final class TruthTrack {
    /** What a condition can be. */
    enum Truth {
        UNKNOWN,
        SO,
        NOT_SO
    }

    /** A moment worth remembering, with what was said then. */
    record Moment(long nanos, String detail) {}

    private final long fromNanos;
    private final long toNanos;
    private Truth truth;
    private long since;
    private String detail = "";
    private @Nullable Moment firstSo;
    private @Nullable Moment firstNotSo;
    private @Nullable Moment soOutside;
    private boolean known;
    private Truth last;
    private String lastDetail = "";
    private double lastValue = Double.NaN;
    private @Nullable String lastUnit;

    TruthTrack(long fromNanos, long toNanos, Truth initially) {
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.truth = initially;
        this.last = initially;
    }

    /** From {@code nanos} on the condition is so or not; {@code why} says what is seen. */
    void set(long nanos, Truth next, String why) {
        if (nanos <= toNanos) {
            last = next;
            lastDetail = why;
            lastUnit = null;
        }
        if (next != truth) {
            change(nanos, next, why);
        }
    }

    /** As {@link #set}, for a number; words are only made of it where the state changes. */
    void set(long nanos, Truth next, double value, String unit) {
        if (nanos <= toNanos) {
            last = next;
            lastValue = value;
            lastUnit = unit;
        }
        if (next != truth) {
            change(nanos, next, Words.value(value, unit));
        }
    }

    /** The condition is so at this moment only. */
    void pulse(long nanos, String why) {
        known = true;
        Moment moment = new Moment(nanos, why);
        if (!inside(nanos)) {
            soOutside = soOutside == null ? moment : soOutside;
        } else if (firstSo == null) {
            firstSo = moment;
        }
    }

    /** Takes into account the state that holds when the session ends. */
    void finish(long endNanos) {
        change(endNanos + 1, Truth.UNKNOWN, "");
    }

    /** Whether a moment lies within the window. */
    boolean inside(long nanos) {
        return nanos >= fromNanos && nanos <= toNanos;
    }

    /** Whether it was known at all within the window. */
    boolean known() {
        return known;
    }

    @Nullable
    Moment firstSo() {
        return firstSo;
    }

    @Nullable
    Moment firstNotSo() {
        return firstNotSo;
    }

    /** The first moment outside the window at which it was so. */
    @Nullable
    Moment soOutside() {
        return soOutside;
    }

    /** The last state set up to the window's end. */
    Truth last() {
        return last;
    }

    /** What was said with {@link #last}. */
    String lastDetail() {
        return lastUnit == null ? lastDetail : Words.value(lastValue, lastUnit);
    }

    private void change(long nanos, Truth next, String why) {
        close(nanos);
        truth = next;
        since = nanos;
        detail = why;
    }

    /** Ends the interval [since, until) of the present state. */
    private void close(long until) {
        if (truth == Truth.UNKNOWN) {
            return;
        }
        boolean inside = (until > fromNanos || since >= fromNanos) && since <= toNanos;
        Moment moment = new Moment(inside ? Math.max(since, fromNanos) : since, detail);
        known |= inside;
        if (!inside) {
            if (truth == Truth.SO && soOutside == null) {
                soOutside = moment;
            }
        } else if (truth == Truth.SO && firstSo == null) {
            firstSo = moment;
        } else if (truth == Truth.NOT_SO && firstNotSo == null) {
            firstNotSo = moment;
        }
    }
}
