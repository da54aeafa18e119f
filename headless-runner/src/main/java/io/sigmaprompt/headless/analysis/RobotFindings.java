package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RecordedJoints;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/** What a robot's twin finds while it mirrors a recording: beyond limits, not explained by physics, and the like. */
public final class RobotFindings {
    private static final long PROGRESS_NANOS = 60_000_000_000L;

    private final DetectorChoice choice;
    private final Map<String, FindingRecord> active = new LinkedHashMap<>();
    private final List<Anomaly> found = new ArrayList<>();
    private long now;

    /** What was found, and what was odd. */
    public record Found(List<Anomaly> anomalies, List<String> warnings) {
        public static final Found NOTHING = new Found(List.of(), List.of());
    }

    private RobotFindings(DetectorChoice choice) {
        this.choice = choice;
    }

    /**
     * Mirrors a recording with a fresh twin, as fast as it can, and keeps nothing of the run.
     *
     * @param options of the recording's reader
     * @param seconds told now and then how far it is
     */
    public static Found of(
            Path log, Path model, Map<String, String> options, DetectorChoice choice, DoubleConsumer seconds) {
        Scenario scenario = RecordedJoints.replay(log, model, options);
        RobotFindings findings = new RobotFindings(choice);
        Path folder = folder();
        try {
            RunOptions how = new RunOptions(0, false, folder.resolve("run"), false);
            try (ScenarioRun run = new ScenarioRun(scenario, how, List.of(findings.listener(seconds)))) {
                RunResult result = run.run();
                findings.end();
                return new Found(findings.found, result.warnings());
            }
        } finally {
            delete(folder);
        }
    }

    /** What the twins of a run said that they found. */
    public static Found of(List<FindingRecord> records, DetectorChoice choice) {
        RobotFindings findings = new RobotFindings(choice);
        records.forEach(findings::take);
        findings.end();
        return new Found(findings.found, List.of());
    }

    private RunListener listener(DoubleConsumer seconds) {
        return new RunListener() {
            private long told;

            @Override
            public void output(OutputRecord record) {
                take(record);
            }

            @Override
            public void advanced(long simNanos) {
                if (simNanos - told >= PROGRESS_NANOS) {
                    told = simNanos;
                    seconds.accept(simNanos / 1e9);
                }
            }
        };
    }

    private void take(OutputRecord output) {
        now = Math.max(now, output.simNanos());
        if (!(output instanceof FindingRecord record) || !choice.has(record.kind())) {
            return;
        }
        String key = record.robot() + "/" + record.id();
        if (record.active()) {
            active.put(key, record);
            return;
        }
        FindingRecord raised = active.remove(key);
        if (raised != null) {
            found.add(anomaly(raised, record.simNanos()));
        }
    }

    private void end() {
        active.values().forEach(each -> found.add(anomaly(each, now)));
        active.clear();
    }

    private static Anomaly anomaly(FindingRecord raised, long toNanos) {
        var evidence = raised.evidence();
        return new Anomaly(
                raised.kind(),
                evidence.signal().isEmpty() ? raised.robot() : evidence.signal(),
                evidence.fromNanos(),
                toNanos,
                evidence.score(),
                raised.value(),
                raised.threshold(),
                raised.unit(),
                evidence.detector(),
                evidence.parameters(),
                raised.explanation());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("sigma-analyze-");
        } catch (IOException e) {
            throw new OutsideFailureException(
                    "the folder for temporary files", String.valueOf(e.getMessage()), "Look at the disk.", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // What stays behind lies in the folder for temporary files.
            return;
        }
    }
}
