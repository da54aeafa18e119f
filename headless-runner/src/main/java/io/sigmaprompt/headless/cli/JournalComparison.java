package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.run.JournalReplay;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Replays a run's journal through a fresh kernel and compares what it says with what the run said. */
final class JournalComparison {
    private JournalComparison() {}

    /** Says whether the hashes agree; the exit code says it, too. */
    static int run(Path directory, Console console) {
        long started = System.nanoTime();
        JournalReplay.Comparison comparison = JournalReplay.replay(directory);
        double wallSeconds = (System.nanoTime() - started) / 1e9;
        say(console, comparison);
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("verdict", verdict(comparison));
            object.put("traceHash", comparison.replayed());
            object.put("recordedTraceHash", comparison.recorded());
            object.put("complete", comparison.complete());
            object.put("differences", comparison.differences());
            object.put("ticks", comparison.ticks());
            object.put("wallSeconds", wallSeconds);
            object.put("runDirectory", directory.toAbsolutePath().toString());
            console.object(object);
        }
        return comparison.same() || killed(comparison) ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static String verdict(JournalReplay.Comparison comparison) {
        return comparison.same() ? "PASSED" : killed(comparison) ? "NOT_COMPARED" : "FAILED";
    }

    /** Whether the run was killed before it said any hash: then its replay went well, and nothing failed. */
    private static boolean killed(JournalReplay.Comparison comparison) {
        return !comparison.complete() && comparison.recorded().isEmpty();
    }

    private static void say(Console console, JournalReplay.Comparison comparison) {
        console.line(comparison.ticks() + " ticks replayed");
        console.line("  recorded  " + (comparison.recorded().isEmpty() ? "–" : comparison.recorded()));
        console.line("  replayed  " + comparison.replayed());
        for (String difference : comparison.differences()) {
            console.line(console.paint(Tone.WARN, "▲ ") + difference);
        }
        if (comparison.same()) {
            console.line(console.paint(Tone.OK, "✓ the same") + ", to the last bit");
        } else if (comparison.complete()) {
            console.line(console.paint(Tone.BAD, "✗ not the same")
                    + (comparison.differences().isEmpty()
                            ? ": the model, its settings or the workbench changed since the run"
                            : ": it was not computed as the run was"));
        } else if (!killed(comparison)) {
            console.line(console.paint(Tone.BAD, "✗ cannot be compared")
                    + ": the journal was cut off before the run ended, and inputs that came later are not in it");
        } else {
            console.line(console.paint(Tone.WARN, "▲ nothing to compare")
                    + ": the run was cut off before it wrote its hash; all that its journal holds was replayed");
        }
    }
}
