package io.sigmaprompt.twin.port;

/** Makes novelty models of one kind; found by {@link java.util.ServiceLoader}. */
public interface NoveltyModelProvider {
    /** The model's name in lower case, as {@code random-cut-forest}. */
    String name();

    /**
     * A model that has seen nothing.
     *
     * @param dimensions numbers a point
     * @param seed all its randomness comes from
     */
    NoveltyModel open(int dimensions, long seed);
}
