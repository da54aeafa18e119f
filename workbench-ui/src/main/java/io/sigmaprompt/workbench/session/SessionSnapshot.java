package io.sigmaprompt.workbench.session;

import io.sigmaprompt.scenarios.run.RunResult;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session at one moment. Immutable.
 *
 * @param speed session seconds a second that are wanted; 0 for as fast as it can
 * @param simNanos session time that is looked at: of the last finished cycle, or where it was rewound to
 * @param knownNanos session time of the last finished cycle
 * @param durationNanos when it ends, or {@link Long#MAX_VALUE}
 * @param pace session seconds a second that it really makes; NaN while that is not known
 * @param directory where it is recorded; null before it runs
 * @param activity what it is about, such as "starting the virtual robot"
 * @param result what came of it; null until it ends
 * @param failure why it failed; empty else
 * @param fork what came of the last fork from it
 */
public record SessionSnapshot(
        String name,
        Phase phase,
        double speed,
        long simNanos,
        long knownNanos,
        long durationNanos,
        double pace,
        @Nullable Path directory,
        String activity,
        @Nullable RunResult result,
        String failure,
        List<RobotSnapshot> robots,
        ForkOutcome fork) {
    public SessionSnapshot {
        robots = List.copyOf(robots);
    }

    /** Whether another instant is looked at than the last that ran. */
    public boolean rewound() {
        return simNanos != knownNanos;
    }

    /** Whether it stands still and can be wound to other instants. */
    public boolean rewindable() {
        return directory != null
                && knownNanos > 0
                && (phase == Phase.PAUSED || phase == Phase.ENDED || phase == Phase.FAILED);
    }

    public double seconds() {
        return simNanos * 1e-9;
    }

    /** The robot of that name, or the first. */
    public RobotSnapshot robot(String wanted) {
        return robots.stream()
                .filter(robot -> robot.name().equals(wanted))
                .findFirst()
                .orElse(robots.getFirst());
    }
}
