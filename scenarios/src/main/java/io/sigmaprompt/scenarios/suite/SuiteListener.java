package io.sigmaprompt.scenarios.suite;

import io.sigmaprompt.scenarios.run.RunListener;
import java.nio.file.Path;
import java.util.List;

/** Follows a suite, on the suite's own thread. */
public interface SuiteListener {
    /** A case begins; {@code index} counts from 1. */
    default void caseStarted(Path file, int index, int total) {}

    default void caseFinished(SuiteCase suiteCase) {}

    /** Who follows the next case's run. */
    default List<RunListener> listenersFor(Path file) {
        return List.of();
    }
}
