package io.sigmaprompt.headless.report;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Follows a run and keeps what its report needs, in memory that does not grow with the session's length. */
final class SessionHistory implements RunListener {
    private final Map<String, RobotHistory> robots = new LinkedHashMap<>();
    private long endNanos;

    @Override
    public void started(Scenario scenario, Path runDirectory) {
        for (TwinConfiguration twin : scenario.session().twins()) {
            robots.put(twin.robot(), new RobotHistory(twin));
        }
    }

    @Override
    public void output(OutputRecord record) {
        endNanos = Math.max(endNanos, record.simNanos());
        RobotHistory robot = robots.get(record.robot());
        if (robot != null) {
            robot.take(record);
        }
    }

    @Override
    public void advanced(long simNanos) {
        endNanos = Math.max(endNanos, simNanos);
    }

    @Override
    public void finished(RunResult result) {
        robots.values().forEach(RobotHistory::close);
    }

    Collection<RobotHistory> robots() {
        return robots.values();
    }

    /** Session time that was reached. */
    long endNanos() {
        return endNanos;
    }
}
