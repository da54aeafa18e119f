package io.sigmaprompt.scenarios.replay;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.DynamicsProvenance;
import io.sigmaprompt.scenarios.run.LockStep;
import io.sigmaprompt.scenarios.run.RunDirectory;
import io.sigmaprompt.scenarios.run.SessionFile;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A run directory that was read: all that is needed to run its session again. */
public final class RecordedRun {
    private final Path directory;
    private final JsonNode session;
    private final Scenario scenario;
    private final Journal journal;
    private final JsonNode result;

    private RecordedRun(Path directory) {
        this.directory = directory;
        journal = Journal.read(directory.resolve(RunDirectory.JOURNAL));
        session = RunDirectory.read(directory, RunDirectory.SESSION);
        scenario = scenario(directory, session);
        result = Files.isRegularFile(directory.resolve(RunDirectory.RESULT))
                ? RunDirectory.read(directory, RunDirectory.RESULT)
                : JsonNodeFactory.instance.objectNode();
    }

    /**
     * Reads a run directory.
     *
     * @throws BadInputException if the folder is none
     */
    public static RecordedRun read(Path directory) {
        return new RecordedRun(directory);
    }

    public Path directory() {
        return directory;
    }

    /** The scenario that ran, with the models that it ran with. */
    public Scenario scenario() {
        return scenario;
    }

    public Journal journal() {
        return journal;
    }

    /** The hash that the run's result tells, empty where there is no result. */
    String resultHash() {
        return result.path("traceHash").asString("");
    }

    /** How many ticks the run's result tells of. */
    long resultTicks() {
        return Math.round(result.path("simSeconds").asDouble(0) / Tick.SECONDS);
    }

    /** The tick at which the session begins: 0, or where it was forked. */
    public long firstTick() {
        return session.path("fork").path("atTick").asLong(0);
    }

    /** The last tick that the journal tells something of. */
    public long lastTick() {
        long last =
                journal.entries().isEmpty() ? 0 : journal.entries().getLast().tick();
        if (!journal.checks().isEmpty()) {
            last = Math.max(last, journal.checks().getLast().tick());
        }
        return Math.max(last, journal.ticks());
    }

    /**
     * The last tick that the journal surely holds all inputs of: of a run that goes on, or was cut off, the last whose hash
     * is known.
     */
    public long newestTick() {
        if (journal.ticks() >= 0) {
            return lastTick();
        }
        long newest =
                journal.checks().isEmpty() ? 0 : journal.checks().getLast().tick();
        return journal.snapshots().isEmpty()
                ? newest
                : Math.max(newest, journal.snapshots().getLast().tick());
    }

    /** In what a session computes otherwise than the run did, in sentences. */
    List<String> differences(List<DynamicsProvenance> now) {
        List<String> all = new ArrayList<>();
        for (JsonNode robot : session.path("robots")) {
            DynamicsProvenance.read(robot).ifPresent(recorded -> now.stream()
                    .filter(each -> each.robot().equals(recorded.robot()))
                    .forEach(each -> all.addAll(recorded.differences(each))));
        }
        return all;
    }

    private static Scenario scenario(Path directory, JsonNode session) {
        Map<String, Path> models = new LinkedHashMap<>();
        try {
            for (JsonNode robot : session.path("robots")) {
                String name = robot.path("name").asString("");
                models.put(name, model(name, robot.path("model")));
            }
        } catch (IOException e) {
            throw new OutsideFailureException(
                    directory.toString(), "its models cannot be unpacked: " + e.getMessage(), "Look at the disk.", e);
        }
        JsonNode text = session.path("scenario");
        Scenario scenario = ScenarioReader.parseRecorded(
                Path.of(text.path("file").asString("")),
                text.path("source").asString(""),
                models,
                session.path("alarmRules").path("source").asString(""),
                trees(session));
        if (session.has("fork")) {
            return LockStep.ofAll(scenario);
        }
        return session.path("lockStep").asBoolean(false) ? LockStep.of(scenario) : scenario;
    }

    /** The texts of the trees that ran, by their files. */
    private static Map<String, String> trees(JsonNode session) {
        Map<String, String> trees = new LinkedHashMap<>();
        for (JsonNode tree : session.path("trees")) {
            trees.put(tree.path("file").asString(""), tree.path("source").asString(""));
        }
        return trees;
    }

    /** The model's own file where it is still the one that ran, so that meshes and includes are found; else its text. */
    private static Path model(String robot, JsonNode model) throws IOException {
        Path original = Path.of(model.path("file").asString(""));
        String source = model.path("source").asString("");
        if (Files.isRegularFile(original) && SessionFile.text(original).equals(source)) {
            return original;
        }
        Path folder = Files.createTempDirectory("sigma-replay-");
        folder.toFile().deleteOnExit();
        Path name = original.getFileName();
        Path copy = folder.resolve(name == null ? robot + ".urdf" : name.toString());
        Files.writeString(copy, source);
        copy.toFile().deleteOnExit();
        return copy;
    }
}
