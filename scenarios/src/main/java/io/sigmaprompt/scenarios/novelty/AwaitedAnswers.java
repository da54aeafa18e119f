package io.sigmaprompt.scenarios.novelty;

import io.sigmaprompt.twin.port.NoveltyModel;
import java.util.ArrayDeque;
import java.util.function.Consumer;

/** The session waits for each answer, which enters a declared time after its question. */
final class AwaitedAnswers implements NoveltyAnswers {
    private final NoveltyModel model;
    private final long latencyNanos;
    private final ArrayDeque<Answer> pending = new ArrayDeque<>();

    /** @param latencyNanos session time from a question to the tick that its answer enters; the next one at the earliest */
    AwaitedAnswers(NoveltyModel model, long latencyNanos) {
        this.model = model;
        this.latencyNanos = latencyNanos;
    }

    @Override
    public boolean ask(Question question) {
        pending.add(new Answer(question.askedNanos(), model.score(question.askedNanos(), question.point())));
        return true;
    }

    @Override
    public void drain(long due, Consumer<Answer> answers) {
        Answer next = pending.peek();
        while (next != null && next.askedNanos() + latencyNanos <= due) {
            answers.accept(pending.remove());
            next = pending.peek();
        }
    }

    @Override
    public String failure() {
        return "";
    }

    @Override
    public void close() {
        model.close();
    }
}
