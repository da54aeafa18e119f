package io.sigmaprompt.twin.prediction.explanation;

/**
 * How contradictions are explained.
 *
 * @param samples how many samples the window holds
 * @param sampleNanos least time between two samples; frames in between are left out
 * @param periodNanos time between explanations
 * @param most how many causes are told of at most, besides what stays unknown
 */
public record ExplanationSettings(int samples, long sampleNanos, long periodNanos, int most) {
    /** 1.5 s at 125 Hz, five times a second, three causes. */
    public static final ExplanationSettings DEFAULT = new ExplanationSettings(192, 7_500_000, 200_000_000, 3);
}
