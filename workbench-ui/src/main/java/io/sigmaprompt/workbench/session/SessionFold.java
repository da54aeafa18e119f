package io.sigmaprompt.workbench.session;

import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunListener;
import io.sigmaprompt.scenarios.run.RunResult;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.OutputRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes in a run and tells, each cycle, how it stands. Belongs to the run's thread. */
final class SessionFold implements RunListener {
    private static final long PACE_WINDOW_NANOS = 500_000_000;

    /** How a run stands, without what others want of it. */
    record Standing(
            long simNanos,
            double pace,
            @Nullable Path directory,
            String activity,
            @Nullable RunResult result,
            List<RobotSnapshot> robots) {}

    private final ChangeLog changes = new ChangeLog();
    private final Map<String, RobotFold> folds = new LinkedHashMap<>();
    private final List<TwinMode> beginnings = new ArrayList<>();
    private final Consumer<Standing> standings;
    private final LongSupplier clock;
    private long simNanos;
    private long markSim;
    private long markWall;
    private double pace = Double.NaN;
    private @Nullable Path directory;
    private String activity = "";
    private @Nullable RunResult result;

    SessionFold(Scenario scenario, List<RobotCast> cast, LongSupplier clock, Consumer<Standing> standings) {
        cast.forEach(robot -> folds.put(robot.name(), new RobotFold(robot)));
        scenario.session().twins().forEach(twin -> beginnings.add(twin.mode()));
        this.standings = standings;
        this.clock = clock;
    }

    /** How it stands now. */
    Standing standing() {
        List<RobotSnapshot> robots = new ArrayList<>();
        for (RobotFold fold : folds.values()) {
            robots.add(fold.snapshot(beginnings.get(robots.size())));
        }
        return new Standing(simNanos, pace, directory, activity, result, robots);
    }

    /** What was said once and holds. */
    ChangeLog changes() {
        return changes;
    }

    @Override
    public void started(Scenario scenario, Path runDirectory) {
        directory = runDirectory;
        standings.accept(standing());
    }

    @Override
    public void note(String text) {
        activity = text;
        standings.accept(standing());
    }

    @Override
    public void output(OutputRecord record) {
        changes.take(record);
        RobotFold fold = folds.get(record.robot());
        if (fold != null) {
            fold.take(record);
        }
    }

    @Override
    public void advanced(long nanos) {
        simNanos = nanos;
        activity = "";
        long wall = clock.getAsLong();
        if (markWall == 0 || wall - markWall >= PACE_WINDOW_NANOS) {
            pace = markWall == 0 ? Double.NaN : (nanos - markSim) / (double) (wall - markWall);
            markWall = wall;
            markSim = nanos;
        }
        standings.accept(standing());
    }

    @Override
    public void finished(RunResult outcome) {
        result = outcome;
        standings.accept(standing());
    }
}
