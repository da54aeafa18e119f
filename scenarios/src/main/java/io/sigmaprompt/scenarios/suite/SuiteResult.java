package io.sigmaprompt.scenarios.suite;

import io.sigmaprompt.scenarios.run.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of a suite.
 *
 * @param folder where the scenarios lie
 * @param suiteDirectory where the runs lie, one directory each
 * @param cases in the order they ran
 * @param wallSeconds time that passed outside
 */
public record SuiteResult(Path folder, Path suiteDirectory, List<SuiteCase> cases, double wallSeconds) {
    public SuiteResult {
        cases = List.copyOf(cases);
    }

    public boolean passed() {
        return cases.stream().allMatch(SuiteCase::passed);
    }

    /** How many cases held all their expectations. */
    public long passedCount() {
        return cases.stream().filter(SuiteCase::passed).count();
    }

    /** How many cases ran and did not hold an expectation. */
    public long failedCount() {
        return cases.size() - passedCount() - erroredCount();
    }

    /** How many cases could not be run to their end. */
    public long erroredCount() {
        return cases.stream()
                .filter(each -> each.error() != null
                        || (each.result() != null && each.result().verdict() == Verdict.BROKEN))
                .count();
    }
}
