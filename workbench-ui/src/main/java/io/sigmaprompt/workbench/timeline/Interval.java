package io.sigmaprompt.workbench.timeline;

/**
 * Something that held for a while, or a moment.
 *
 * @param from simulated seconds
 * @param to the same; equal to {@code from} for a moment, infinite while it still holds
 * @param label may be empty
 */
public record Interval(double from, double to, String label, Tone tone) {
    /** What an interval's colour says. */
    public enum Tone {
        SIMULATED,
        MIRROR,
        SHADOW,
        LIVE,
        GOOD,
        WARNING,
        BAD,
        NEUTRAL
    }
}
