package io.sigmaprompt.headless.report;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Follows a run and writes {@code report.html} and {@code junit.xml} into its directory when it has ended. */
public final class RunRecorder implements RunListener {
    /** The report's file name. */
    public static final String REPORT = "report.html";

    /** The JUnit file's name. */
    public static final String JUNIT = "junit.xml";

    private final SessionHistory history = new SessionHistory();
    private @Nullable Scenario scenario;
    private @Nullable RunResult result;

    @Override
    public void started(Scenario started, Path runDirectory) {
        scenario = started;
        history.started(started, runDirectory);
    }

    @Override
    public void output(OutputRecord record) {
        history.output(record);
    }

    @Override
    public void advanced(long simNanos) {
        history.advanced(simNanos);
    }

    @Override
    public void finished(RunResult ended) {
        if (scenario == null) {
            throw new IllegalStateException("a run ended that never started: " + ended.scenario());
        }
        history.finished(ended);
        RunResult complete = withFiles(ended);
        result = complete;
        write(complete.runDirectory().resolve(JUNIT), JunitXml.of(complete));
        write(complete.runDirectory().resolve(REPORT), new ReportPage(scenario, complete, history).write());
    }

    /** What came of the run, with all files that it left; null until it has ended. */
    public @Nullable RunResult result() {
        return result;
    }

    /** What the run could not tell, in sentences; to be asked when it has ended. */
    public List<String> unavailable() {
        return Provenance.unavailable(history);
    }

    private static RunResult withFiles(RunResult result) {
        List<String> files = new ArrayList<>(result.artefacts());
        for (String file : List.of(JUNIT, REPORT)) {
            if (!files.contains(file)) {
                files.add(file);
            }
        }
        return new RunResult(
                result.scenario(),
                result.verdict(),
                result.reason(),
                result.expectations(),
                result.traceHash(),
                result.exactness(),
                result.runDirectory(),
                result.simSeconds(),
                result.wallSeconds(),
                result.startSeconds(),
                result.dynamics(),
                result.warnings(),
                files);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
