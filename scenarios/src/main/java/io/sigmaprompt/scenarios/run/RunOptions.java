package io.sigmaprompt.scenarios.run;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to run a scenario.
 *
 * @param speed 0 as fast as it can, 1 real time; live wires and virtual robots always run at 1
 * @param lockStep whether robots in a process of their own are simulated in the kernel instead
 * @param runDirectory where to record; null for {@code runs/<date>-<name>} under the working directory or SIGMA_RUNS
 * @param record whether to write the trace, too; the journal and the result are always written
 */
public record RunOptions(
        double speed, boolean lockStep, @Nullable Path runDirectory, boolean record) {
    /** Real time, recorded in a new directory. */
    public static final RunOptions DEFAULT = new RunOptions(1, false, null, true);

    public RunOptions {
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("a speed is a number of at least 0, not " + speed);
        }
    }
}
