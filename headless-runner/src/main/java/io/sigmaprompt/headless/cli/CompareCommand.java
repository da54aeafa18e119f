package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.replay.RecordDifference;
import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.RunComparison;
import io.sigmaprompt.twin.input.Tick;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows where two recorded runs part. */
@Command(
        name = "compare",
        header = "Show where two runs part, and why.",
        description = {
            "Run two recorded sessions again side by side, and tell the first input that only one of",
            "them was given, the first signal that differs, and the first decision that differs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma compare runs/2026-11-22-first-light runs/2026-11-22-what-if",
            "  sigma compare runs/a runs/b --json"
        })
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(index = "0", paramLabel = "RUN_A", description = "A run directory.")
    @SuppressWarnings("NullAway.Init")
    private String one;

    @Parameters(index = "1", paramLabel = "RUN_B", description = "Another one.")
    @SuppressWarnings("NullAway.Init")
    private String other;

    @Override
    public Integer call() {
        Console console = sigma.console();
        RunComparison comparison = RunComparison.of(
                RecordedRun.read(GivenPath.existing("RUN_A", one)),
                RecordedRun.read(GivenPath.existing("RUN_B", other)));
        say(console, comparison);
        if (console.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("same", comparison.same());
            object.put("fromSeconds", comparison.fromTick() * Tick.SECONDS);
            object.put("toSeconds", comparison.toTick() * Tick.SECONDS);
            put(object, "input", comparison.input());
            put(object, "output", comparison.output());
            put(object, "decision", comparison.decision());
            console.object(object);
        }
        return comparison.same() ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static void put(Map<String, Object> object, String key, RunComparison.@Nullable Parting parting) {
        if (parting != null) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("tick", parting.tick());
            told.put("seconds", parting.tick() * Tick.SECONDS);
            told.put("what", parting.difference().signal());
            told.put("a", parting.difference().one());
            told.put("b", parting.difference().other());
            object.put(key, told);
        }
    }

    private void say(Console console, RunComparison comparison) {
        console.line("A  " + one);
        console.line("B  " + other);
        String span = String.format(
                Locale.ROOT,
                "%.3f to %.3f s",
                comparison.fromTick() * Tick.SECONDS,
                comparison.toTick() * Tick.SECONDS);
        RunComparison.Parting output = comparison.output();
        if (output == null) {
            console.line(console.paint(Tone.OK, "✓ the same") + ", to the last bit, over all that both have: " + span);
            return;
        }
        console.line(console.paint(Tone.WARN, "▲ they part at ")
                + String.format(Locale.ROOT, "%.3f s", output.tick() * Tick.SECONDS) + " of " + span);
        tell(console, "input", comparison.input());
        tell(console, "signal", output);
        tell(console, "decision", comparison.decision());
    }

    private static void tell(Console console, String what, RunComparison.@Nullable Parting parting) {
        if (parting == null) {
            console.line(String.format(Locale.ROOT, "  %-9s %s", what, "no difference"));
            return;
        }
        RecordDifference difference = parting.difference();
        console.line(String.format(
                        Locale.ROOT,
                        "  %-9s %.3f s  %s",
                        what,
                        parting.tick() * Tick.SECONDS,
                        difference.signal().equals(what) ? "" : difference.signal())
                .stripTrailing());
        console.line("              A  " + difference.one());
        console.line("              B  " + difference.other());
    }
}
