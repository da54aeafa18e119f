package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.SessionFork;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.input.Tick;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Continues a recorded run as a simulation from an instant, with named changes. */
@Command(
        name = "fork",
        header = "Continue a run as a simulation from an instant, with changes.",
        description = {
            "Take a recorded session to an instant, and go on from there as a simulation: with the minds,",
            "arbitration, gates and timeline of another scenario of the same robots, without what an",
            "operator did, or without faults. What comes is a run directory like any other."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma fork runs/2026-11-22-first-light --at 3.9 --without faults",
            "  sigma fork runs/2026-11-22-first-light --at 12.3 --scenario what-if.yaml --out runs/what-if",
            "  sigma compare runs/2026-11-22-first-light runs/what-if"
        })
final class ForkCommand implements Callable<Integer> {
    /** What can be left out. */
    enum Part {
        operator,
        faults
    }

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(paramLabel = "RUN_DIR", description = "The run directory to go on from.")
    @SuppressWarnings("NullAway.Init")
    private String source;

    @Option(names = "--at", paramLabel = "S", required = true, description = "The instant, in seconds of session time.")
    private double at;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Another scenario of the same robots; else the run's own.")
    private @Nullable String whatIf;

    @Option(names = "--without", paramLabel = "PART", split = ",", description = "Leave out: ${COMPLETION-CANDIDATES}.")
    private List<Part> without = List.of();

    @Option(
            names = "--for",
            paramLabel = "S",
            description = "How long to go on, in seconds; else to the scenario's end.")
    private @Nullable Double length;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to record; else runs/<date>-<name> here, or under SIGMA_RUNS.")
    private @Nullable Path directory;

    @Override
    public Integer call() {
        Console console = sigma.console();
        if (!(at >= 0)) {
            throw new BadInputException(
                    "--at", "expected seconds from 0 on, found " + at, "Name an instant of the run.");
        }
        RecordedRun run = RecordedRun.read(GivenPath.existing("RUN_DIR", source));
        Scenario scenario = whatIf == null ? run.scenario() : ScenarioReader.read(GivenPath.scenario(whatIf));
        long tick = Math.round(at / Tick.SECONDS);
        scenario = scenario.withDuration(end(scenario, tick));
        SessionFork fork = SessionFork.of(
                run,
                tick,
                scenario,
                new SessionFork.Without(without.contains(Part.operator), without.contains(Part.faults)));
        fork.origin().changes().forEach(change -> console.line("  " + console.paint(Tone.HINT, "change: ") + change));
        try (Interruption interruption = new Interruption()) {
            ScenarioSession session = new ScenarioSession(console);
            RunResult result = session.run(
                    fork.scenario(), new RunOptions(0, true, directory, true), List.of(), interruption, fork.origin());
            session.verdict(result);
            if (console.json()) {
                Map<String, Object> object = ScenarioSession.object(result);
                object.put("forkedFrom", run.directory().toAbsolutePath().toString());
                object.put("atSeconds", tick * Tick.SECONDS);
                object.put("changes", fork.origin().changes());
                console.object(object);
            }
            return ScenarioSession.exitCode(result.verdict());
        }
    }

    private long end(Scenario scenario, long tick) {
        if (length != null) {
            if (!(length > 0)) {
                throw new BadInputException("--for", "expected seconds above 0, found " + length, "Name a length.");
            }
            return tick * Tick.NANOS + Math.round(length * 1e9);
        }
        if (scenario.durationNanos() == Long.MAX_VALUE) {
            throw new BadInputException(
                    "--for", "the run ended with its recording, and a simulation has no such end", "Add --for 10.");
        }
        if (scenario.durationNanos() <= tick * Tick.NANOS) {
            throw new BadInputException(
                    "--at",
                    "the scenario ends at " + scenario.durationNanos() * 1e-9 + " s, which is not behind " + at + " s",
                    "Name an earlier instant, or add --for 10.");
        }
        return scenario.durationNanos();
    }
}
