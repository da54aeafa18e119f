package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.JunitXml;
import io.sigmaprompt.headless.report.RunRecorder;
import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.scenarios.run.ExpectationResult;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.suite.SuiteCase;
import io.sigmaprompt.scenarios.suite.SuiteListener;
import io.sigmaprompt.scenarios.suite.SuiteResult;
import io.sigmaprompt.scenarios.suite.SuiteRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Runs every scenario of a folder. */
@Command(
        name = "suite",
        description = "Run every scenario below a folder, in lock-step and as fast as it can.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sigma suite scenarios/",
            "  sigma suite scenarios/ --json | jq '.cases[] | select(.verdict != \"PASSED\")'"
        })
final class SuiteCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Sigma sigma;

    @Parameters(paramLabel = "DIR", description = "The folder; its *.yaml that are scenarios are run.")
    @SuppressWarnings("NullAway.Init")
    private String folder;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to record; else a folder under runs/ here, or under SIGMA_RUNS.")
    private @Nullable Path directory;

    @Override
    public Integer call() throws IOException {
        Console console = sigma.console();
        Path path = GivenPath.folder("DIR", folder, "To run one scenario: sigma run " + folder);
        SuiteResult suite =
                new SuiteRun(path, new RunOptions(0, true, directory, true), new Follower(console, path)).run();
        Files.createDirectories(suite.suiteDirectory());
        Path junit = suite.suiteDirectory().resolve(RunRecorder.JUNIT);
        Files.writeString(junit, JunitXml.of(suite));
        console.line();
        console.line(console.paint(suite.passed() ? Tone.OK : Tone.BAD, suite.passed() ? "PASSED" : "FAILED")
                + String.format(
                        "  %d passed, %d failed, %d could not be run, in %s s",
                        suite.passedCount(),
                        suite.failedCount(),
                        suite.erroredCount(),
                        SessionText.fixed(suite.wallSeconds(), 2)));
        console.line("  " + console.paint(Tone.HINT, "runs       ") + suite.suiteDirectory());
        console.line("  " + console.paint(Tone.HINT, "JUnit      ") + junit);
        if (console.json()) {
            console.object(object(suite));
        }
        return suite.passed() ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private static Map<String, Object> object(SuiteResult suite) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("verdict", suite.passed() ? "PASSED" : "FAILED");
        object.put("passed", suite.passedCount());
        object.put("failed", suite.failedCount());
        object.put("errored", suite.erroredCount());
        object.put("wallSeconds", suite.wallSeconds());
        object.put("suiteDirectory", suite.suiteDirectory().toAbsolutePath().toString());
        object.put("cases", suite.cases().stream().map(SuiteCommand::object).toList());
        return object;
    }

    private static Map<String, Object> object(SuiteCase each) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("file", each.file().toString());
        RunResult result = each.result();
        if (result != null) {
            object.putAll(ScenarioSession.object(result));
        } else {
            object.put("verdict", "ERROR");
        }
        if (each.error() != null) {
            object.put("error", each.error());
        }
        return object;
    }

    /** Writes a row for each case as it ends, and each run's own report. */
    private record Follower(Console console, Path folder) implements SuiteListener {
        @Override
        public void caseStarted(Path file, int index, int total) {
            console.status(console.paint(Tone.HINT, index + "/" + total + "  " + folder.relativize(file)));
        }

        @Override
        public List<RunListener> listenersFor(Path file) {
            return List.of(new RunRecorder());
        }

        @Override
        public void caseFinished(SuiteCase each) {
            console.endStatus();
            RunResult result = each.result();
            String file = folder.relativize(each.file()).toString();
            String name = result == null ? file : result.scenario();
            String sign = each.passed() ? console.paint(Tone.OK, "✓") : console.paint(Tone.BAD, "✗");
            String row = "  " + sign + " " + String.format("%-32s", name);
            if (result != null) {
                row += console.paint(
                        Tone.HINT,
                        String.format(
                                " %9s s  %s  %s",
                                SessionText.fixed(result.wallSeconds(), 2),
                                result.traceHash()
                                        .substring(
                                                0,
                                                Math.min(12, result.traceHash().length())),
                                file));
            }
            console.line(row);
            if (each.error() != null) {
                console.line("      " + each.error());
            } else if (result != null) {
                for (ExpectationResult expectation : result.expectations()) {
                    if (!expectation.passed()) {
                        console.line("      " + expectation.text() + ": " + expectation.explanation());
                    }
                }
            }
        }
    }
}
