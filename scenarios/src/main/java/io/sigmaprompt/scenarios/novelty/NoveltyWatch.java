package io.sigmaprompt.scenarios.novelty;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.analysis.NoveltySettings;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.NoveltyModelProvider;
import io.sigmaprompt.twin.port.NoveltyModels;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks a model of its own for each robot that wants one what its joints do together, and hands the answers over as
 * inputs. Of a robot that keeps its own time the session does not wait for an answer; of others it does, so that the run
 * depends on no machine's speed. Belongs to the run's thread.
 */
public final class NoveltyWatch implements AutoCloseable {
    private final Map<String, NoveltyQuestions> questions = new LinkedHashMap<>();

    /**
     * A watch over the robots of a scenario; nobody is asked yet.
     *
     * @throws BadInputException if there is no model of a name that was given
     */
    public NoveltyWatch(Scenario scenario) {
        long seed = scenario.session().seed();
        for (TwinConfiguration twin : scenario.session().twins()) {
            NoveltySettings settings = twin.analysis().novelty();
            seed++;
            if (settings.asks()) {
                NoveltyModelProvider provider = NoveltyModels.provider(
                        scenario.file() + ": robot '" + twin.robot() + "', analysis, novelty", settings.model());
                questions.put(twin.robot(), new NoveltyQuestions(twin.robot(), settings, provider, seed));
            }
        }
    }

    /**
     * Begins.
     *
     * @param live the robots that keep their own time
     */
    public void begin(Set<String> live) {
        questions.forEach((robot, each) -> each.begin(live.contains(robot)));
    }

    /** Looks at what the session says of a robot's joints. */
    public void see(JointStateRecord state) {
        NoveltyQuestions of = questions.get(state.robot());
        if (of != null && state.body() == JointStateRecord.Body.ROBOT) {
            of.see(state);
        }
    }

    /**
     * Adds the answers that are due, and what was lost.
     *
     * @param due session time of the tick that they enter
     */
    public void poll(long due, List<KernelInput> inputs) {
        for (NoveltyQuestions each : questions.values()) {
            each.poll(due, inputs);
        }
    }

    /** Who judged which robot, in words; empty where nobody did. */
    public List<String> sources() {
        List<String> sources = new ArrayList<>();
        questions.forEach((robot, each) -> sources.add("the novelty of '" + robot + "' from " + each.model()));
        return sources;
    }

    /** How many questions each robot's model was asked, and what became of them. */
    public Map<String, NoveltyTally> tallies() {
        Map<String, NoveltyTally> tallies = new LinkedHashMap<>();
        questions.forEach((robot, each) -> tallies.put(robot, each.tally()));
        return tallies;
    }

    /** What went wrong, in sentences. */
    public List<String> warnings() {
        return questions.values().stream()
                .flatMap(each -> each.warnings().stream())
                .toList();
    }

    @Override
    public void close() {
        questions.values().forEach(NoveltyQuestions::close);
    }
}
