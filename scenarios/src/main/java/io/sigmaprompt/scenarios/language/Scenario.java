package io.sigmaprompt.scenarios.language;

import io.sigmaprompt.scenarios.temporal.Expectation;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.session.SessionConfiguration;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scenario that was read and checked.
 *
 * @param file where it was read from
 * @param source its text
 * @param session what the kernel is built from
 * @param robots one a twin, in the same order
 * @param timeline in the order of time
 * @param durationNanos when it ends, or {@link Long#MAX_VALUE} where it ends with its recording
 * @param warnings what is legal but odd
 * @param alarms what it says of alarms beside their rules, which stand in the session's configuration
 */
public record Scenario(
        String name,
        String description,
        Path file,
        String source,
        SessionConfiguration session,
        List<RobotEntry> robots,
        List<TimelineEvent> timeline,
        List<Expectation> expectations,
        long durationNanos,
        List<String> warnings,
        AlarmSetup alarms) {
    public Scenario {
        robots = List.copyOf(robots);
        timeline = List.copyOf(timeline);
        expectations = List.copyOf(expectations);
        warnings = List.copyOf(warnings);
    }

    /** A scenario that says nothing of alarms. */
    public Scenario(
            String name,
            String description,
            Path file,
            String source,
            SessionConfiguration session,
            List<RobotEntry> robots,
            List<TimelineEvent> timeline,
            List<Expectation> expectations,
            long durationNanos,
            List<String> warnings) {
        this(
                name,
                description,
                file,
                source,
                session,
                robots,
                timeline,
                expectations,
                durationNanos,
                warnings,
                AlarmSetup.NONE);
    }

    /** The texts of the tree files that its minds come from, by absolute paths. */
    public Map<String, String> trees() {
        Map<String, String> trees = new LinkedHashMap<>();
        for (TwinConfiguration twin : session.twins()) {
            for (MindSpec mind : twin.minds()) {
                if (mind instanceof MindSpec.Tree tree) {
                    trees.putAll(tree.design().sources());
                }
            }
        }
        return trees;
    }

    /** The same session with other robots' equipment. */
    public Scenario with(List<RobotEntry> otherRobots, SessionConfiguration otherSession) {
        return new Scenario(
                name,
                description,
                file,
                source,
                otherSession,
                otherRobots,
                timeline,
                expectations,
                durationNanos,
                warnings,
                alarms);
    }

    /** The same with another timeline. */
    public Scenario withTimeline(List<TimelineEvent> other) {
        return new Scenario(
                name, description, file, source, session, robots, other, expectations, durationNanos, warnings, alarms);
    }

    /** The same with another end. */
    public Scenario withDuration(long nanos) {
        return new Scenario(
                name, description, file, source, session, robots, timeline, expectations, nanos, warnings, alarms);
    }
}
