package io.sigmaprompt.scenarios.novelty;

import io.sigmaprompt.scenarios.novelty.NoveltyAnswers.Question;
import io.sigmaprompt.twin.analysis.NoveltySettings;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.NoveltyModel;
import io.sigmaprompt.twin.port.NoveltyModelProvider;
import io.sigmaprompt.twin.record.JointStateRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked about one robot. Belongs to the run's thread. */
final class NoveltyQuestions implements AutoCloseable {
    static final String QUEUE = "novelty questions";

    /** What is lost is told at once, and then so often. */
    private static final long TELLING_NANOS = 1_000_000_000;

    private static final long NEVER = Long.MIN_VALUE;

    private final String robot;
    private final NoveltySettings settings;
    private final NoveltyModelProvider provider;
    private final long seed;
    private boolean live;
    private @Nullable NoveltyPoint point;
    private @Nullable NoveltyAnswers answers;
    private String parameters = "";
    private long lastAsked = NEVER;
    private long lastTold = NEVER;
    private long asked;
    private long answered;
    private long lost;
    private long told;

    NoveltyQuestions(String robot, NoveltySettings settings, NoveltyModelProvider provider, long seed) {
        this.robot = robot;
        this.settings = settings;
        this.provider = provider;
        this.seed = seed;
    }

    void begin(boolean keepsOwnTime) {
        live = keepsOwnTime;
    }

    String model() {
        return provider.name();
    }

    void see(JointStateRecord state) {
        if (lastAsked != NEVER && state.simNanos() - lastAsked < settings.periodNanos()) {
            return;
        }
        NoveltyPoint of = point == null ? new NoveltyPoint(state) : point;
        if (of.dimensions() == 0) {
            return;
        }
        point = of;
        lastAsked = state.simNanos();
        asked++;
        if (!open(of.dimensions()).ask(new Question(state.simNanos(), of.of(state)))) {
            lost++;
        }
    }

    private NoveltyAnswers open(int dimensions) {
        NoveltyAnswers open = answers;
        if (open == null) {
            NoveltyModel model = provider.open(dimensions, seed);
            parameters = model.parameters() + ", seed " + seed;
            open = live ? new QueuedAnswers(robot, model) : new AwaitedAnswers(model, settings.latencyNanos());
            answers = open;
        }
        return open;
    }

    void poll(long due, List<KernelInput> inputs) {
        if (answers == null) {
            return;
        }
        answers.drain(due, answer -> {
            answered++;
            inputs.add(new KernelInput.NoveltyScore(
                    robot, provider.name(), parameters, answer.askedNanos(), answer.score()));
        });
        if (lost > told && (lastTold == NEVER || due - lastTold >= TELLING_NANOS)) {
            inputs.add(new KernelInput.QueueOverflow(robot, QUEUE, lost - told));
            told = lost;
            lastTold = due;
        }
    }

    NoveltyTally tally() {
        return new NoveltyTally(asked, answered, lost);
    }

    List<String> warnings() {
        String failure = answers == null ? "" : answers.failure();
        if (!failure.isEmpty()) {
            return List.of(leftOut() + provider.name() + " failed with " + failure);
        }
        return lost == 0
                ? List.of()
                : List.of(leftOut() + provider.name()
                        + " answered more slowly than was asked; ask less often with 'novelty-period'");
    }

    private String leftOut() {
        return lost + " of " + asked + " questions about the novelty of robot '" + robot + "' were left out: ";
    }

    @Override
    public void close() {
        if (answers != null) {
            answers.close();
        }
    }
}
