package io.sigmaprompt.scenarios.temporal;

/**
 * What must hold over a window of a session.
 *
 * @param name short, as {@code expect/1}
 * @param text the expectation in words
 * @param fromNanos the window's start, session time
 * @param toNanos the window's end, session time, inclusive; {@link Long#MAX_VALUE} is the end of the run
 */
public record Expectation(
        String name, String text, Quantifier quantifier, Condition condition, long fromNanos, long toNanos) {
    /** How often within the window. */
    public enum Quantifier {
        /** At least once. */
        EVENTUALLY,
        /** Not once. */
        NEVER,
        /** All the time. */
        ALWAYS,
        /** At the window's end. */
        FINAL
    }
}
