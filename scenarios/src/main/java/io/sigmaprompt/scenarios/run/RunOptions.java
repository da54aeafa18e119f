package io.sigmaprompt.scenarios.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to run a scenario.
 *
 * @param speed 0 as fast as it can, 1 real time; live wires and virtual robots always run at 1
 * @param lockStep whether robots in a process of their own are simulated in the kernel instead
 * @param runDirectory where to record; null for {@code runs/<date>-<name>} under the working directory or SIGMA_RUNS
 * @param record whether to write the trace, too; the journal and the result are always written
 * @param alarmAddresses addresses of people who are told of alarms, beside those the scenario names
 */
public record RunOptions(
        double speed, boolean lockStep, @Nullable Path runDirectory, boolean record, List<String> alarmAddresses) {
    /** Real time, recorded in a new directory. */
    public static final RunOptions DEFAULT = new RunOptions(1, false, null, true);

    public RunOptions {
        alarmAddresses = List.copyOf(alarmAddresses);
        if (!(speed >= 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("a speed is a number of at least 0, not " + speed);
        }
    }

    /** Nobody is told of alarms but those whom the scenario names. */
    public RunOptions(double speed, boolean lockStep, @Nullable Path runDirectory, boolean record) {
        this(speed, lockStep, runDirectory, record, List.of());
    }

    /** The same, and these people are told of alarms. */
    public RunOptions notifying(List<String> addresses) {
        return new RunOptions(speed, lockStep, runDirectory, record, addresses);
    }
}
