package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Runs a recorded session again from its run directory alone, in a fresh kernel fed from the journal. */
public final class JournalReplay {
    /**
     * What a replay gave.
     *
     * @param recorded the hash that stands in the journal, empty where its writer died
     * @param replayed the hash of the replay
     * @param ticks how many ticks were replayed
     * @param complete whether the journal was whole
     */
    public record Comparison(String recorded, String replayed, long ticks, boolean complete) {
        /** Whether the replay said the same, bit for bit. */
        public boolean same() {
            return complete && recorded.equals(replayed);
        }
    }

    private JournalReplay() {}

    /** Replays without listening. */
    public static Comparison replay(Path runDirectory) {
        return replay(runDirectory, output -> {});
    }

    /**
     * Replays.
     *
     * @param outputs takes all that the session says
     * @throws BadInputException if the folder is no run directory
     */
    public static Comparison replay(Path runDirectory, Consumer<OutputRecord> outputs) {
        Journal journal = Journal.read(runDirectory.resolve(RunDirectory.JOURNAL));
        TwinKernel kernel = new TwinKernel(scenario(runDirectory).session());
        List<Journal.Entry> entries = journal.entries();
        long ticks = journal.complete()
                ? journal.ticks()
                : entries.isEmpty() ? 0 : entries.getLast().tick();
        int next = 0;
        List<KernelInput> inputs = new ArrayList<>();
        while (kernel.ticks() < ticks) {
            while (next < entries.size() && entries.get(next).tick() <= kernel.ticks() + 1) {
                inputs.add(entries.get(next++).input());
            }
            kernel.tick(inputs, outputs);
            inputs.clear();
        }
        return new Comparison(journal.traceHash(), kernel.traceHash(), ticks, journal.complete());
    }

    /**
     * The scenario that a run directory holds.
     *
     * @throws BadInputException if the folder is no run directory
     */
    public static Scenario scenario(Path runDirectory) {
        JsonNode session = RunDirectory.read(runDirectory, RunDirectory.SESSION);
        Map<String, Path> models = new LinkedHashMap<>();
        try {
            for (JsonNode robot : session.path("robots")) {
                String name = robot.path("name").asString("");
                models.put(name, model(name, robot.path("model")));
            }
        } catch (IOException e) {
            throw new OutsideFailureException(
                    runDirectory.toString(),
                    "its models cannot be unpacked: " + e.getMessage(),
                    "Look at the disk.",
                    e);
        }
        JsonNode text = session.path("scenario");
        Scenario scenario = ScenarioReader.parseRecorded(
                Path.of(text.path("file").asString("")), text.path("source").asString(""), models);
        return session.path("lockStep").asBoolean(false) ? LockStep.of(scenario) : scenario;
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
