package io.sigmaprompt.headless.cli;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs one scenario and judges it. */
@Command(
        name = "run",
        description = "Run a scenario, tell it as it goes, and judge what it expects.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma run cell.yaml",
            "  sigma run cell.yaml --lock-step                     in this process, as fast as it can",
            "  sigma run library:first-light --lock-step --json    one object with verdict and trace hash",
            "  sigma run cell.yaml --out runs/try-1",
            "  sigma run library:first-light-short --lock-step --groot 1667    lets Groot2 watch its behaviour trees",
            "  sigma run cell.yaml --notify webhook:https://ops.example.com/alarms"
        })
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario file, or library:NAME.")
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Option(
            names = "--lock-step",
            description =
                    "Simulate virtual robots in this process, in step with the kernel: one trace hash everywhere.")
    private boolean lockStep;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "Pace: 1 is real time, 0 as fast as it can (the default in lock-step). Live wires run at 1.")
    private @Nullable Double speed;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to record; else runs/<date>-<name> here, or under SIGMA_RUNS.")
    private @Nullable Path directory;

    @Option(
            names = "--notify",
            paramLabel = "URI",
            description =
                    "Tell of alarms at webhook:https://HOST/PATH, smtp://HOST?to=NAME@HOST, log:, or env:NAME for the"
                            + " address that the environment variable NAME holds. May be repeated.")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = GrootFeed.OPTION,
            paramLabel = GrootFeed.PLACE,
            description = "Let Groot2 watch the behaviour trees, the first at this port, each next two ports on.")
    private @Nullable String groot;

    @Override
    public Integer call() {
        Scenario scenario = ScenarioReader.read(GivenPath.scenario(file));
        if (groot == null) {
            return run(sigma, scenario, lockStep, speed, directory, addresses, List.of());
        }
        try (GrootFeed feed = new GrootFeed(groot)) {
            feed.serve(scenario, sigma.console());
            return run(sigma, scenario, lockStep, speed, directory, addresses, List.of(feed));
        }
    }

    /** Runs a scenario as {@code run} and {@code demo} do. */
    static int run(Sigma sigma, Scenario scenario, boolean lockStep, @Nullable Double speed, @Nullable Path directory) {
        return run(sigma, scenario, lockStep, speed, directory, List.of(), List.of());
    }

    private static int run(
            Sigma sigma,
            Scenario scenario,
            boolean lockStep,
            @Nullable Double speed,
            @Nullable Path directory,
            List<String> addresses,
            List<RunListener> followers) {
        Console console = sigma.console();
        double pace = speed != null ? Speed.checked(speed) : lockStep ? 0 : 1;
        try (Interruption interruption = new Interruption()) {
            ScenarioSession session = new ScenarioSession(console);
            RunOptions options = new RunOptions(pace, lockStep, directory, true).notifying(addresses);
            RunResult result = session.run(scenario, options, followers, interruption);
            session.verdict(result);
            if (console.json()) {
                console.object(ScenarioSession.object(result));
            }
            return ScenarioSession.exitCode(result.verdict());
        }
    }
}
