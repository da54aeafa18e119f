package io.sigmaprompt.scenarios.novelty;

import io.sigmaprompt.twin.port.NoveltyModel;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * The model answers on a thread of its own, and nobody waits for it. Few questions wait: an answer that comes late is
 * worth little. There are never more answers than questions were waiting, but for one.
 */
final class QueuedAnswers implements NoveltyAnswers {
    /** Questions that wait at most. */
    static final int WAITING = 16;

    private final NoveltyModel model;
    private final ArrayBlockingQueue<Question> questions = new ArrayBlockingQueue<>(WAITING);
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile String failure = "";

    QueuedAnswers(String robot, NoveltyModel model) {
        this.model = model;
        thread = Thread.ofVirtual().name("novelty of " + robot).start(this::answer);
    }

    private void answer() {
        try (model) {
            while (true) {
                Question question = questions.take();
                answers.add(new Answer(question.askedNanos(), model.score(question.askedNanos(), question.point())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e.toString();
        }
    }

    @Override
    public boolean ask(Question question) {
        return failure.isEmpty() && questions.offer(question);
    }

    @Override
    public void drain(long due, Consumer<Answer> to) {
        Answer next = answers.poll();
        while (next != null) {
            to.accept(next);
            next = answers.poll();
        }
    }

    @Override
    public String failure() {
        return failure;
    }

    /** Does not wait for the question that is being answered. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
