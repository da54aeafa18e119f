package io.sigmaprompt.twin.analysis;

/**
 * What is asked about the joints of a robot together, and when its answers are too much.
 *
 * @param model name of the model outside that is asked, or {@link #NONE}
 * @param periodNanos time between two questions
 * @param latencyNanos after how much session time an answer enters, where the session waits for it
 * @param score score that is too much
 * @param holdNanos how long it must last to be found, and be absent to be gone
 */
public record NoveltySettings(String model, long periodNanos, long latencyNanos, double score, long holdNanos) {
    /** Nobody is asked. */
    public static final String NONE = "none";

    public static final NoveltySettings DEFAULT = new NoveltySettings(NONE, 50_000_000, 20_000_000, 0.999, 200_000_000);

    /** Whether anybody is asked. */
    public boolean asks() {
        return !model.equals(NONE);
    }
}
