package io.sigmaprompt.scenarios.novelty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.scenarios.novelty.NoveltyAnswers.Answer;
import io.sigmaprompt.scenarios.novelty.NoveltyAnswers.Question;
import io.sigmaprompt.twin.port.NoveltyModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Questions that nobody waits for. */
@Timeout(30)
class QueuedAnswersTest {
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Says the point's number; beyond 9 it fails. */
    private NoveltyModel model() {
        return new NoveltyModel() {
            @Override
            public String name() {
                return "echo";
            }

            @Override
            public String parameters() {
                return "";
            }

            @Override
            public double score(long nanos, double[] point) {
                if (point[0] > 9) {
                    throw new IllegalStateException("too far");
                }
                return point[0];
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
    }

    @Test
    void answersComeInTheOrderOfTheirQuestionsAndTheModelIsClosedByItsOwnThread() throws InterruptedException {
        List<Answer> got = new ArrayList<>();
        try (QueuedAnswers answers = new QueuedAnswers("arm", model())) {
            for (int i = 0; i < 5; i++) {
                assertTrue(answers.ask(new Question(i, new double[] {i})));
            }
            while (got.size() < 5) {
                answers.drain(0, got::add);
                Thread.onSpinWait();
            }
        }
        closed.await();
        for (int i = 0; i < 5; i++) {
            assertEquals(new Answer(i, i), got.get(i));
        }
    }

    @Test
    void aModelThatFailsIsAskedNoMoreAndSaysWhy() throws InterruptedException {
        try (QueuedAnswers answers = new QueuedAnswers("arm", model())) {
            assertTrue(answers.ask(new Question(1, new double[] {10})));
            while (answers.failure().isEmpty()) {
                Thread.onSpinWait();
            }
            assertEquals("java.lang.IllegalStateException: too far", answers.failure());
            assertFalse(answers.ask(new Question(2, new double[] {1})));
            closed.await();
        }
    }
}
