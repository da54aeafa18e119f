package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.twin.input.Tick;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Replays a run's journal through a fresh kernel and compares what it says with what the run said. */
final class JournalComparison {
    private static final String FAILED = "FAILED";

    private JournalComparison() {}

    /**
     * Says whether the hashes agree; the exit code says it, too.
     *
     * @param until session seconds at which to end; infinite for the run's end
     * @param verify whether to tell of the comparison tick by tick
     */
    static int run(Path directory, double until, boolean verify, Console console) {
        long started = System.nanoTime();
        long last = Double.isInfinite(until) ? Long.MAX_VALUE : Math.round(until / Tick.SECONDS);
        JournalReplay.Comparison comparison = JournalReplay.replay(directory, last, output -> {});
        double wallSeconds = (System.nanoTime() - started) / 1e9;
        boolean ended = comparison.ticks() < last;
        say(console, comparison, ended, verify);
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("verdict", verdict(comparison, ended));
            object.put("traceHash", comparison.replayed());
            object.put("recordedTraceHash", comparison.recorded());
            object.put("complete", comparison.complete());
            object.put("differences", comparison.differences());
            object.put("ticks", comparison.ticks());
            object.put("ticksCompared", comparison.checked());
            object.put("firstDifferentTick", comparison.firstDifference());
            object.put("damage", comparison.damage());
            object.put("wallSeconds", wallSeconds);
            object.put("runDirectory", directory.toAbsolutePath().toString());
            console.object(object);
        }
        return verdict(comparison, ended).equals(FAILED) ? ExitCode.FAILED : ExitCode.PASSED;
    }

    private static String verdict(JournalReplay.Comparison comparison, boolean ended) {
        if (comparison.same()) {
            return "PASSED";
        }
        boolean lost = ended
                && (!comparison.recorded().isEmpty() || !comparison.damage().isEmpty());
        if (comparison.firstDifference() >= 0 || lost) {
            return FAILED;
        }
        return comparison.checked() > 0 ? "PASSED_SO_FAR" : "NOT_COMPARED";
    }

    private static void say(Console console, JournalReplay.Comparison comparison, boolean ended, boolean verify) {
        console.line(comparison.ticks() + " ticks replayed");
        console.line("  recorded  " + (comparison.recorded().isEmpty() ? "–" : comparison.recorded()));
        console.line("  replayed  " + comparison.replayed());
        if (verify) {
            console.line(
                    "  verified  the hash after each of the " + comparison.checked() + " ticks that said something");
        }
        for (String difference : comparison.differences()) {
            console.line(console.paint(Tone.WARN, "▲ ") + difference);
        }
        if (comparison.same()) {
            console.line(console.paint(Tone.OK, "✓ the same") + ", to the last bit");
        } else if (comparison.firstDifference() >= 0) {
            console.line(console.paint(Tone.BAD, "✗ not the same") + ", first at "
                    + seconds(comparison.firstDifference())
                    + (comparison.differences().isEmpty()
                            ? ": the model, its settings or the workbench changed since the run"
                            : ": it was not computed as the run was"));
        } else if (!ended) {
            console.line(console.paint(Tone.OK, "✓ the same") + " up to " + seconds(comparison.ticks()));
        } else if (!comparison.damage().isEmpty()) {
            console.line(console.paint(Tone.BAD, "✗ the journal is damaged") + " at " + comparison.damage()
                    + "; what stands before was replayed, up to " + seconds(comparison.ticks())
                    + ", and is the same");
        } else if (!comparison.recorded().isEmpty()) {
            console.line(console.paint(Tone.BAD, "✗ cannot be compared to the end")
                    + ": the journal was cut off at " + seconds(comparison.ticks())
                    + ", and inputs that came later are not in it; up to there it is the same");
        } else if (comparison.checked() > 0) {
            console.line(console.paint(Tone.WARN, "▲ the same up to " + seconds(comparison.ticks()))
                    + ", where the run was cut off");
        } else {
            console.line(console.paint(Tone.WARN, "▲ nothing to compare")
                    + ": the run was cut off before it wrote a hash; all that its journal holds was replayed");
        }
    }

    private static String seconds(long tick) {
        return String.format(Locale.ROOT, "%.3f s", tick * Tick.SECONDS);
    }
}
