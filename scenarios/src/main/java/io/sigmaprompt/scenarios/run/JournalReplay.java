package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.SessionConfiguration;
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
import tools.jackson.databind.node.JsonNodeFactory;

/** Runs a recorded session again from its run directory alone, in a fresh kernel fed from the journal. */
public final class JournalReplay {
    /**
     * What a replay gave.
     *
     * @param recorded the hash that stands in the journal; for one that was cut off, that of the run's result; empty
     *     where neither is
     * @param replayed the hash of the replay
     * @param ticks how many ticks were replayed
     * @param complete whether there was a hash to compare with, for all the ticks of the run
     * @param differences where the replay computes with another model or kernel than the run, in sentences
     */
    public record Comparison(String recorded, String replayed, long ticks, boolean complete, List<String> differences) {
        public Comparison {
            differences = List.copyOf(differences);
        }

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
     * <p>A journal that was cut off is replayed as far as the run's result says that the run went, and compared with
     * that; without a result it is replayed up to its last input.
     *
     * @throws BadInputException if the folder is no run directory, or its journal is damaged
     */
    public static Comparison replay(Path runDirectory, Consumer<OutputRecord> outputs) {
        Journal journal = Journal.read(runDirectory.resolve(RunDirectory.JOURNAL));
        SessionConfiguration session = scenario(runDirectory).session();
        TwinKernel kernel = new TwinKernel(session);
        List<String> differences = differences(runDirectory, DynamicsProvenance.of(session, kernel));
        if (journal.complete()) {
            run(kernel, journal.entries(), journal.ticks(), outputs);
            return new Comparison(journal.traceHash(), kernel.traceHash(), journal.ticks(), true, differences);
        }
        List<Journal.Entry> entries = journal.entries();
        long last = entries.isEmpty() ? 0 : entries.getLast().tick();
        JsonNode result = Files.isRegularFile(runDirectory.resolve(RunDirectory.RESULT))
                ? RunDirectory.read(runDirectory, RunDirectory.RESULT)
                : JsonNodeFactory.instance.objectNode();
        String recorded = result.path("traceHash").asString("");
        long ran = Math.round(result.path("simSeconds").asDouble(0) / Tick.SECONDS);
        if (recorded.isEmpty() || ran < last) {
            run(kernel, entries, last, outputs);
            return new Comparison("", kernel.traceHash(), last, false, differences);
        }
        run(kernel, entries, last, outputs);
        String atTheCut = kernel.traceHash();
        // Nothing may have entered behind the cut, and then the rest of the run follows from what is there.
        List<OutputRecord> behindTheCut = new ArrayList<>();
        run(kernel, entries, ran, behindTheCut::add);
        if (!kernel.traceHash().equals(recorded)) {
            return new Comparison(recorded, atTheCut, last, false, differences);
        }
        behindTheCut.forEach(outputs);
        return new Comparison(recorded, kernel.traceHash(), ran, true, differences);
    }

    private static List<String> differences(Path runDirectory, List<DynamicsProvenance> replayed) {
        List<String> all = new ArrayList<>();
        for (JsonNode robot :
                RunDirectory.read(runDirectory, RunDirectory.SESSION).path("robots")) {
            DynamicsProvenance.read(robot).ifPresent(recorded -> replayed.stream()
                    .filter(each -> each.robot().equals(recorded.robot()))
                    .forEach(each -> all.addAll(recorded.differences(each))));
        }
        return all;
    }

    private static void run(
            TwinKernel kernel, List<Journal.Entry> entries, long ticks, Consumer<OutputRecord> outputs) {
        int next = 0;
        while (next < entries.size() && entries.get(next).tick() <= kernel.ticks()) {
            next++;
        }
        List<KernelInput> inputs = new ArrayList<>();
        while (kernel.ticks() < ticks) {
            while (next < entries.size() && entries.get(next).tick() <= kernel.ticks() + 1) {
                inputs.add(entries.get(next++).input());
            }
            kernel.tick(inputs, outputs);
            inputs.clear();
        }
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
                Path.of(text.path("file").asString("")),
                text.path("source").asString(""),
                models,
                session.path("alarmRules").path("source").asString(""));
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
