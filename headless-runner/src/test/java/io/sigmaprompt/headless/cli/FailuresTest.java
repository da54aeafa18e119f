package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void eachKindOfFailureHasItsExitCode() {
        assertEquals(2, Failures.codeOf(new BadInputException("a.yaml:1:1", "expected a, found b", "Write a")));
        assertEquals(2, Failures.codeOf(new InvalidPathException("a\0b", "Nul character not allowed")));
        assertEquals(3, Failures.codeOf(new OutsideFailureException("ws://x", "nobody answers", "Start it")));
        assertEquals(3, Failures.codeOf(new UncheckedIOException(new IOException("disk full"))));
        assertEquals(4, Failures.codeOf(new IllegalStateException("ours")));
    }

    @Test
    void aJavaMachineWithoutSpaceIsOneLineWithARemedyAndCode4() {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(new StringWriter());
        Sigma sigma = new Sigma(out, new PrintWriter(err), Surroundings.none());
        int code = new Failures(sigma, out, new PrintWriter(err)).exhausted(new OutOfMemoryError("Java heap space"));
        assertEquals(4, code);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("SIGMA_JAVA_OPTS=-Xmx8g gives it more"), err.toString());
    }

    @Test
    void eachVerdictHasItsExitCode() {
        assertEquals(0, ScenarioSession.exitCode(Verdict.PASSED));
        assertEquals(1, ScenarioSession.exitCode(Verdict.FAILED));
        assertEquals(3, ScenarioSession.exitCode(Verdict.BROKEN));
        assertEquals(130, ScenarioSession.exitCode(Verdict.INTERRUPTED));
    }
}
