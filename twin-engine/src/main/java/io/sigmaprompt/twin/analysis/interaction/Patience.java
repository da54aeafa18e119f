package io.sigmaprompt.twin.analysis.interaction;

import java.util.Locale;

/**
 * How long explanations must say a thing before it is found, and before it is gone.
 *
 * @param holdNanos so long a link must be named
 * @param moveNanos so long it must be named where another link was found and is no longer named: until then it is taken for
 *     the same thing, whose place is in doubt
 * @param clearNanos so long it must not act
 */
record Patience(long holdNanos, long moveNanos, long clearNanos) {
    /** A push may be short. */
    static final Patience CONTACT = new Patience(200_000_000, 1_000_000_000, 600_000_000);

    /** A load stays; what weighs on one link much resembles what weighs on the next. */
    static final Patience PAYLOAD = new Patience(600_000_000, 3_000_000_000L, 1_500_000_000);

    String words() {
        return String.format(
                Locale.ROOT,
                "hold %d ms, move %d ms, clear %d ms",
                holdNanos / 1_000_000,
                moveNanos / 1_000_000,
                clearNanos / 1_000_000);
    }
}
