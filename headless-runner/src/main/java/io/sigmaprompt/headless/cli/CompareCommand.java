package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.RunComparison;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows where two recorded runs part. */
@Command(
        name = "compare",
        header = "Show where two runs part, and why.",
        description = "Run two recorded sessions again side by side, and tell the first input that only one of "
                + "them was given, the first signal that differs, and the first decision that differs.",
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
        ComparisonText.say(console, comparison, one, other);
        if (console.json()) {
            console.object(ComparisonText.object(comparison));
        }
        return comparison.same() ? ExitCode.PASSED : ExitCode.FAILED;
    }
}
