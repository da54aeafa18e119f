package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.twin.journal.Journal;
import io.sigmaprompt.twin.session.KernelInput;
import io.sigmaprompt.twin.session.TwinKernel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replays a run's journal through a fresh kernel and compares what it says with what the run said. */
final class JournalComparison {
    private static final String JOURNAL = "journal";
    private static final String SCENARIO = "scenario.yaml";

    private JournalComparison() {}

    /** Says whether the hashes agree; the exit code says it, too. */
    static int run(Path directory, Console console) {
        Path file = directory.resolve(SCENARIO);
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(
                    directory.toString(),
                    "expected a run directory with its " + SCENARIO + ", found none",
                    "Name a folder that a run left");
        }
        Scenario scenario = ScenarioReader.read(file);
        Journal journal = Journal.read(directory.resolve(JOURNAL));
        TwinKernel kernel = new TwinKernel(scenario.session());
        long ticks = journal.complete() ? journal.ticks() : lastTick(journal);
        long started = System.nanoTime();
        replay(journal, kernel, ticks);
        double wallSeconds = (System.nanoTime() - started) / 1e9;
        boolean same = journal.complete() && journal.traceHash().equals(kernel.traceHash());
        say(console, journal, kernel, same);
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("verdict", same ? "PASSED" : "FAILED");
            object.put("traceHash", kernel.traceHash());
            object.put("recordedTraceHash", journal.traceHash());
            object.put("complete", journal.complete());
            object.put("ticks", kernel.ticks());
            object.put("inputs", journal.entries().size());
            object.put("wallSeconds", wallSeconds);
            object.put("runDirectory", directory.toAbsolutePath().toString());
            console.object(object);
        }
        return same ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static void say(Console console, Journal journal, TwinKernel kernel, boolean same) {
        console.line(journal.entries().size() + " inputs in " + kernel.ticks() + " ticks");
        console.line("  recorded  " + (journal.traceHash().isEmpty() ? "–" : journal.traceHash()));
        console.line("  replayed  " + kernel.traceHash());
        if (same) {
            console.line(console.paint(Tone.OK, "✓ the same") + ", to the last bit");
        } else if (journal.complete()) {
            console.line(console.paint(Tone.BAD, "✗ not the same")
                    + ": the model, its settings or the workbench changed since the run");
        } else {
            console.line(console.paint(Tone.WARN, "▲ nothing to compare")
                    + ": the run's journal ends without its hash, because the run was cut off");
        }
    }

    private static long lastTick(Journal journal) {
        return journal.entries().isEmpty() ? 0 : journal.entries().getLast().tick();
    }

    private static void replay(Journal journal, TwinKernel kernel, long ticks) {
        List<KernelInput> inputs = new ArrayList<>();
        int next = 0;
        while (kernel.ticks() < ticks) {
            inputs.clear();
            long tick = kernel.ticks() + 1;
            while (next < journal.entries().size()
                    && journal.entries().get(next).tick() <= tick) {
                inputs.add(journal.entries().get(next++).input());
            }
            kernel.tick(inputs, output -> {});
        }
    }
}
