package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.twin.record.OutputRecord;
import java.nio.file.Path;

/** Follows a run. Every method is called on the run's own thread and holds it up. */
public interface RunListener {
    default void started(Scenario scenario, Path runDirectory) {}

    default void output(OutputRecord record) {}

    /** Called each cycle, 10 ms of session time. */
    default void advanced(long simNanos) {}

    /** Progress such as "starting the virtual robot". */
    default void note(String text) {}

    default void finished(RunResult result) {}
}
