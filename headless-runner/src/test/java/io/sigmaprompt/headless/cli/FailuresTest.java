package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.run.Verdict;
import io.sigmaprompt.twin.port.OutsideFailureException;
import java.io.IOException;
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
    void eachVerdictHasItsExitCode() {
        assertEquals(0, ScenarioSession.exitCode(Verdict.PASSED));
        assertEquals(1, ScenarioSession.exitCode(Verdict.FAILED));
        assertEquals(3, ScenarioSession.exitCode(Verdict.BROKEN));
        assertEquals(130, ScenarioSession.exitCode(Verdict.INTERRUPTED));
    }
}
