package io.sigmaprompt.workbench.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A fork beside the session that it comes from.
 *
 * @param words what it is and where the two part, or why there is none
 * @param directory where it is recorded
 * @param robots as they stood at its end; their histories begin at the fork
 */
public record ForkOutcome(String words, Optional<Path> directory, List<RobotSnapshot> robots) {
    /** While none was asked for. */
    public static final ForkOutcome NONE = new ForkOutcome("", Optional.empty(), List.of());

    public ForkOutcome {
        robots = List.copyOf(robots);
    }

    static ForkOutcome saying(String words) {
        return new ForkOutcome(words, Optional.empty(), List.of());
    }

    /** The efforts of a robot from the fork on; none where there is no fork. */
    public EffortHistory efforts(String robot) {
        return robots.stream()
                .filter(each -> each.name().equals(robot))
                .map(RobotSnapshot::efforts)
                .findFirst()
                .orElse(EffortHistory.EMPTY);
    }
}
