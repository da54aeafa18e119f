package io.sigmaprompt.scenarios.suite;

import io.sigmaprompt.scenarios.run.RunOptions;
import java.nio.file.Path;

/** Runs every scenario below a folder, one after the other, in lock-step and as fast as it can. */
@SuppressWarnings("DoNotCallSuggester")
public final class SuiteRun {
    private final Path folder;

    public SuiteRun(Path folder, RunOptions options, SuiteListener listener) {
        this.folder = folder;
        listener.caseStarted(folder, 0, options.lockStep() ? 1 : 0);
    }

    /** Runs them all on the calling thread. */
    public SuiteResult run() {
        throw new UnsupportedOperationException(folder.toString());
    }
}
