package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.RunRecorder;
import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.RunComparison;
import io.sigmaprompt.scenarios.replay.SessionFork;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Forks of one instant that go on at the same time, as many as there are processors, each recorded in a folder of its own;
 * then where each parts from the first.
 */
final class ForksSideBySide {
    private final Console console;
    private final Path folder;

    /** What came of one fork. */
    private record Branch(String name, RunResult result) {}

    ForksSideBySide(Console console, Path folder) {
        this.console = console;
        this.folder = folder;
    }

    /**
     * Runs them all to their ends, and tells.
     *
     * @param names of the folders that they are recorded in
     * @param forked what the object that {@code --json} prints begins with
     */
    int run(List<String> names, List<SessionFork> forks, Interruption interruption, Map<String, Object> forked) {
        List<Branch> branches = new ArrayList<>();
        List<RunRecorder> recorders = new ArrayList<>();
        List<ScenarioRun> runs = new ArrayList<>();
        for (int i = 0; i < forks.size(); i++) {
            RunRecorder recorder = new RunRecorder();
            recorders.add(recorder);
            SessionFork fork = forks.get(i);
            RunOptions options = new RunOptions(0, true, folder.resolve(names.get(i)), true);
            runs.add(new ScenarioRun(fork.scenario(), options, List.of(recorder), fork.origin()));
        }
        interruption.onAsked(() -> runs.forEach(run -> run.stop("interrupted, by Ctrl-C or another signal")));
        try (ExecutorService threads = Executors.newFixedThreadPool(
                Math.min(runs.size(), Runtime.getRuntime().availableProcessors()))) {
            List<Future<RunResult>> ends =
                    runs.stream().map(run -> threads.submit(run::run)).toList();
            for (int i = 0; i < ends.size(); i++) {
                RunResult end = await(ends.get(i));
                RunResult complete = recorders.get(i).result();
                branches.add(new Branch(names.get(i), complete == null ? end : complete));
            }
        } finally {
            interruption.onAsked(() -> {});
        }
        tell(branches, forked);
        return branches.stream()
                .mapToInt(branch -> ScenarioSession.exitCode(branch.result().verdict()))
                .max()
                .orElse(ExitCode.PASSED);
    }

    private static RunResult await(Future<RunResult> end) {
        try {
            return end.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while forks ran", e);
        }
    }

    private void tell(List<Branch> branches, Map<String, Object> forked) {
        int width =
                branches.stream().mapToInt(each -> each.name().length()).max().orElse(0);
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Branch branch : branches) {
            RunResult result = branch.result();
            console.line(String.format(
                    Locale.ROOT,
                    "  %-" + width + "s  %-11s to %8.3f s  %s…  %s",
                    branch.name(),
                    SessionText.verdict(result),
                    result.simSeconds(),
                    result.traceHash().substring(0, 12),
                    result.runDirectory()));
            Map<String, Object> object = new LinkedHashMap<>(ScenarioSession.object(result));
            object.put("name", branch.name());
            objects.add(object);
        }
        RecordedRun first = RecordedRun.read(branches.getFirst().result().runDirectory());
        for (int i = 1; i < branches.size(); i++) {
            console.line();
            RunComparison comparison = RunComparison.of(
                    first, RecordedRun.read(branches.get(i).result().runDirectory()));
            ComparisonText.say(
                    console,
                    comparison,
                    branches.getFirst().name(),
                    branches.get(i).name());
            objects.get(i).put("comparedWithFirst", ComparisonText.object(comparison));
        }
        if (console.json()) {
            forked.put("forks", objects);
            console.object(forked);
        }
    }
}
