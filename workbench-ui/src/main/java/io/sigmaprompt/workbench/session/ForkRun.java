package io.sigmaprompt.workbench.session;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.RunComparison;
import io.sigmaprompt.scenarios.replay.SessionFork;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.workbench.timeline.WhatIf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes on from an instant of a recorded session as a simulation, as fast as it can. On the calling thread. */
final class ForkRun {
    /** How long one goes on where the scenario has no end of its own. */
    private static final long USUAL_NANOS = 10_000_000_000L;

    private final List<RobotCast> cast;
    private final boolean record;
    private volatile @Nullable ScenarioRun running;
    private volatile boolean stopped;

    ForkRun(List<RobotCast> cast, boolean record) {
        this.cast = cast;
        this.record = record;
    }

    /**
     * Runs it to the end of the scenario.
     *
     * @throws BadInputException if the run has no such instant
     */
    ForkOutcome run(RecordedRun run, long simNanos, WhatIf whatIf) {
        long tick = Math.min(simNanos / Tick.NANOS, run.newestTick());
        Scenario scenario = run.scenario();
        long end = scenario.durationNanos();
        Scenario bounded = scenario.withDuration(
                end == Long.MAX_VALUE || end <= tick * Tick.NANOS ? tick * Tick.NANOS + USUAL_NANOS : end);
        SessionFork fork = SessionFork.of(
                run, tick, bounded, new SessionFork.Without(whatIf.withoutOperator(), whatIf.withoutFaults()));
        SessionFold fold = new SessionFold(fork.scenario(), cast, System::nanoTime, standing -> {});
        RunOptions options = new RunOptions(0, true, folder(run.directory()), record);
        RunResult result;
        try (ScenarioRun next = new ScenarioRun(fork.scenario(), options, List.of(fold), fork.origin())) {
            running = next;
            if (stopped) {
                next.stop("the workbench was closed");
            }
            result = next.run();
        }
        RunComparison comparison = RunComparison.of(run, RecordedRun.read(result.runDirectory()));
        RunComparison.Parting output = comparison.output();
        String parting = output == null
                ? "the same to the bit up to " + seconds(comparison.toTick())
                : "they part at " + seconds(output.tick()) + ", first in "
                        + output.difference().signal();
        return new ForkOutcome(
                "forked at " + seconds(tick) + ", " + whatIf.words() + ": " + parting,
                Optional.of(result.runDirectory()),
                fold.standing().robots());
    }

    void stop() {
        stopped = true;
        ScenarioRun now = running;
        if (now != null) {
            now.stop("the workbench was closed");
        }
    }

    private static Path folder(Path run) {
        for (int n = 1; ; n++) {
            Path folder = run.resolveSibling(run.getFileName() + "-fork-" + n);
            if (Files.notExists(folder)) {
                return folder;
            }
        }
    }

    private static String seconds(long tick) {
        return String.format(Locale.ROOT, "%.3f s", tick * Tick.SECONDS);
    }
}
