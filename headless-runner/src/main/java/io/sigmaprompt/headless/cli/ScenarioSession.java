package io.sigmaprompt.headless.cli;

import io.sigmaprompt.headless.report.RunRecorder;
import io.sigmaprompt.headless.report.SessionText;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.ExpectationResult;
import io.sigmaprompt.scenarios.run.Origin;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.scenarios.temporal.Judgement;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a scenario in front of somebody: tells it as it goes, records it, and says what came of it. */
final class ScenarioSession {
    private static final String JOURNAL = "journal";

    private final Console console;
    private final RunRecorder recorder = new RunRecorder();

    ScenarioSession(Console console) {
        this.console = console;
    }

    /** Runs it to its end; Ctrl-C or the outside stop it, and all that was recorded is kept. */
    RunResult run(Scenario scenario, RunOptions options, List<RunListener> followers, Interruption interruption) {
        return run(scenario, options, followers, interruption, null);
    }

    /** The same from an instant of another run, where {@code origin} is given. */
    RunResult run(
            Scenario scenario,
            RunOptions options,
            List<RunListener> followers,
            Interruption interruption,
            @Nullable Origin origin) {
        console.line(console.paint(Tone.STRONG, scenario.name())
                + (scenario.description().isEmpty()
                        ? ""
                        : "  " + scenario.description().strip().replaceAll("\\s+", " ")));
        scenario.warnings().forEach(each -> console.line(console.paint(Tone.WARN, "warning: ") + each));
        List<RunListener> listeners = new ArrayList<>();
        listeners.add(new LiveAccount(console));
        listeners.add(recorder);
        listeners.addAll(followers);
        try (ScenarioRun run = origin == null
                ? new ScenarioRun(scenario, options, listeners)
                : new ScenarioRun(scenario, options, listeners, origin)) {
            interruption.onAsked(() -> run.stop("interrupted, by Ctrl-C or another signal"));
            RunResult result = run.run();
            RunResult complete = recorder.result();
            return complete == null ? result : complete;
        } catch (OutsideFailureException e) {
            RunResult broken = recorder.result();
            if (broken == null) {
                throw e;
            }
            console.error(String.valueOf(e.getMessage()));
            return broken;
        } finally {
            interruption.onAsked(() -> {});
            console.endStatus();
        }
    }

    List<String> unavailable() {
        return recorder.unavailable();
    }

    /** Says each expectation's fate, the verdict, and where everything lies. */
    void verdict(RunResult result) {
        console.line();
        for (ExpectationResult each : result.expectations()) {
            String sign =
                    switch (each.judgement()) {
                        case HELD -> console.paint(Tone.OK, "✓");
                        case FAILED -> console.paint(Tone.BAD, "✗");
                        case NOT_REACHED -> console.paint(Tone.HINT, "–");
                    };
            console.line("  " + sign + " " + each.text());
            console.line("    " + console.paint(Tone.HINT, each.explanation()));
        }
        if (!result.expectations().isEmpty()) {
            console.line();
        }
        Tone tone =
                switch (result.verdict()) {
                    case PASSED -> Tone.OK;
                    case INTERRUPTED -> Tone.WARN;
                    case FAILED, BROKEN -> Tone.BAD;
                };
        console.line(console.paint(tone, SessionText.verdict(result)) + "  " + result.reason());
        for (String warning : result.warnings()) {
            console.line(console.paint(Tone.WARN, "warning: ") + warning);
        }
        String pace = SessionText.pace(result.simSeconds(), result.wallSeconds());
        fact(
                "time",
                SessionText.fixed(result.simSeconds(), 2) + " s of session in "
                        + SessionText.fixed(result.wallSeconds(), 2) + " s (" + pace + "), after "
                        + SessionText.fixed(result.startSeconds(), 2) + " s of start-up");
        fact("trace hash", result.traceHash());
        fact("exactness", result.exactness());
        if (result.artefacts().contains(JOURNAL)) {
            fact("replay", "sigma replay " + result.runDirectory());
        }
        Path directory = result.runDirectory();
        fact("report", directory.resolve(RunRecorder.REPORT).toString());
        result.artefacts().stream()
                .filter(each -> each.startsWith("trace."))
                .forEach(each -> fact("trace", directory.resolve(each).toString()));
        fact("JUnit", directory.resolve(RunRecorder.JUNIT).toString());
    }

    private void fact(String name, String value) {
        console.line("  " + console.paint(Tone.HINT, String.format("%-11s", name)) + value);
    }

    /** The object that {@code --json} prints of a run. */
    static Map<String, Object> object(RunResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("scenario", result.scenario());
        object.put("verdict", result.verdict().name());
        object.put("reason", result.reason());
        object.put("exitCode", exitCode(result.verdict()));
        object.put("traceHash", result.traceHash());
        object.put("exactness", result.exactness());
        object.put("runDirectory", result.runDirectory().toAbsolutePath().toString());
        Map<String, Object> timings = new LinkedHashMap<>();
        timings.put("simSeconds", result.simSeconds());
        timings.put("wallSeconds", result.wallSeconds());
        timings.put("startSeconds", result.startSeconds());
        object.put("timings", timings);
        object.put(
                "expectations",
                result.expectations().stream().map(ScenarioSession::object).toList());
        object.put("warnings", result.warnings());
        object.put("artefacts", result.artefacts());
        return object;
    }

    private static Map<String, Object> object(ExpectationResult result) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", result.name());
        object.put("text", result.text());
        object.put("passed", result.judgement() == Judgement.NOT_REACHED ? null : result.passed());
        object.put("state", result.judgement().name());
        object.put("atSeconds", JsonNumber.of(result.atSeconds()));
        object.put("explanation", result.explanation());
        return object;
    }

    static int exitCode(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> ExitCode.PASSED;
            case FAILED -> ExitCode.FAILED;
            case BROKEN -> ExitCode.OUTSIDE;
            case INTERRUPTED -> ExitCode.INTERRUPTED;
        };
    }
}
