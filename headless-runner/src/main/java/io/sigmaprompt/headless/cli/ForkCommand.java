package io.sigmaprompt.headless.cli;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.SessionFork;
import io.sigmaprompt.scenarios.run.RunDirectory;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.input.Tick;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
        description = "Take a recorded session to an instant, and go on from there as a simulation: with the minds, "
                + "arbitration, gates and timeline of another scenario of the same robots, without what an "
                + "operator did, or without faults. What comes is a run directory like any other. A run that still "
                + "goes on is not disturbed: only its journal is read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma fork runs/2026-11-22-first-light --at 3.9 --without faults",
            "  sigma fork runs/2026-11-22-first-light --at 12.3 --scenario what-if.yaml --out runs/what-if",
            "  sigma fork runs/2026-11-22-live --at now --for 10 --scenario calm.yaml --scenario bold.yaml",
            "  sigma compare runs/2026-11-22-first-light runs/what-if"
        })
final class ForkCommand implements Callable<Integer> {
    private static final String NOW = "now";

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

    @Option(
            names = "--at",
            paramLabel = "S",
            required = true,
            description = "The instant, in seconds of session time; 'now' for the newest of a run that still goes on.")
    @SuppressWarnings("NullAway.Init")
    private String at;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "Another scenario of the same robots; else the run's own. Several run side by side, and are"
                    + " compared with the first.")
    private List<String> whatIfs = List.of();

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
        RecordedRun run = RecordedRun.read(GivenPath.existing("RUN_DIR", source));
        long tick = tick(run);
        List<Scenario> scenarios = scenarios(run, tick);
        List<SessionFork> forks = SessionFork.all(
                run,
                tick,
                scenarios,
                new SessionFork.Without(without.contains(Part.operator), without.contains(Part.faults)));
        if (forks.size() > 1) {
            return sideBySide(console, run, tick, forks);
        }
        SessionFork fork = forks.getFirst();
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

    private int sideBySide(Console console, RecordedRun run, long tick, List<SessionFork> forks) {
        Path folder;
        if (directory == null) {
            folder = RunDirectory.fresh(
                    RunDirectory.runs(), RunDirectory.dated(run.scenario().name() + "-forks"));
        } else {
            RunDirectory.checkEmpty(directory);
            folder = directory;
        }
        List<String> names = new ArrayList<>();
        for (String whatIf : whatIfs) {
            String file = String.valueOf(Path.of(whatIf).getFileName());
            String stem = file.replaceFirst("^.*:", "").replaceFirst("\\.ya?ml$", "");
            String name = stem;
            for (int n = 2; names.contains(name); n++) {
                name = stem + "-" + n;
            }
            names.add(name);
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("forkedFrom", run.directory().toAbsolutePath().toString());
        object.put("atSeconds", tick * Tick.SECONDS);
        console.line(console.paint(Tone.STRONG, run.scenario().name())
                + String.format(Locale.ROOT, "  %d forks at %.3f s", forks.size(), tick * Tick.SECONDS));
        try (Interruption interruption = new Interruption()) {
            return new ForksSideBySide(console, folder).run(names, forks, interruption, object);
        }
    }

    private List<Scenario> scenarios(RecordedRun run, long tick) {
        List<Scenario> all = new ArrayList<>();
        for (String whatIf : whatIfs) {
            all.add(ScenarioReader.read(GivenPath.scenario(whatIf)));
        }
        if (all.isEmpty()) {
            all.add(run.scenario());
        }
        return all.stream().map(each -> each.withDuration(end(each, tick))).toList();
    }

    private long tick(RecordedRun run) {
        if (at.equals(NOW)) {
            return run.newestTick();
        }
        double seconds;
        try {
            seconds = Double.parseDouble(at);
        } catch (NumberFormatException e) {
            seconds = Double.NaN;
        }
        if (!(seconds >= 0)) {
            throw new BadInputException(
                    "--at", "expected seconds from 0 on, or 'now', found " + at, "Name an instant of the run.");
        }
        return Math.round(seconds / Tick.SECONDS);
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
                    "the scenario ends at " + scenario.durationNanos() * 1e-9 + " s, which is not behind "
                            + tick * Tick.SECONDS + " s",
                    "Name an earlier instant, or add --for 10.");
        }
        return scenario.durationNanos();
    }
}
