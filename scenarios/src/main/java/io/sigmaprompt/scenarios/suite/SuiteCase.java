package io.sigmaprompt.scenarios.suite;

import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.scenarios.run.Verdict;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One scenario of a suite.
 *
 * @param file the scenario's file
 * @param result what came of it, or null where it could not be run
 * @param error why it could not be run or broke, or null
 */
public record SuiteCase(
        Path file, @Nullable RunResult result, @Nullable String error) {
    public boolean passed() {
        return error == null && result != null && result.verdict() == Verdict.PASSED;
    }
}
