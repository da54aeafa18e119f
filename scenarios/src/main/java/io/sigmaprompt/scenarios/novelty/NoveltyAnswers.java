package io.sigmaprompt.scenarios.novelty;

import io.sigmaprompt.twin.port.NoveltyModel;
import java.util.function.Consumer;

/** How a model is asked. Belongs to the run's thread. */
interface NoveltyAnswers extends AutoCloseable {
    /**
     * A question.
     *
     * @param askedNanos session time of the state that is to be judged
     * @param point the state; kept
     */
    record Question(long askedNanos, double[] point) {}

    /**
     * An answer.
     *
     * @param score as {@link NoveltyModel#score} says
     */
    record Answer(long askedNanos, double score) {}

    /**
     * Asks.
     *
     * @return false where the question had to be left out
     */
    boolean ask(Question question);

    /**
     * Hands over the answers that are due, in the order of their questions.
     *
     * @param due session time of the tick that they enter
     */
    void drain(long due, Consumer<Answer> answers);

    /** Why the model answers no more; empty while it does. */
    String failure();

    @Override
    void close();
}
