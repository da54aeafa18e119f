package io.sigmaprompt.workbench.session;

import io.sigmaprompt.scenarios.replay.RecordedRun;
import io.sigmaprompt.scenarios.replay.SessionPlayer;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.OutputRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded session, wound to any instant: from the nearest snapshot its kernel runs up to there, and what it says on the
 * last stretch, with what it said before and still holds, is how things stood. One thread at a time.
 */
final class Rewind {
    /** All that is told again and again is told within this. */
    private static final long STRETCH_TICKS = 600;

    private final RecordedRun run;
    private final SessionPlayer player;
    private final List<RobotCast> cast;
    private final List<TwinMode> beginnings = new ArrayList<>();

    /** Opens a run that is recorded so far; one that goes on may have grown since. */
    Rewind(RecordedRun run, List<RobotCast> cast) {
        this.run = run;
        this.cast = cast;
        player = new SessionPlayer(run).keepingMarks();
        run.scenario().session().twins().forEach(twin -> beginnings.add(twin.mode()));
    }

    RecordedRun run() {
        return run;
    }

    /**
     * How each robot stood.
     *
     * @param changes what the session says once
     */
    List<RobotSnapshot> at(long simNanos, ChangeLog changes) {
        long tick = Math.clamp(simNanos / Tick.NANOS, run.firstTick(), Math.max(run.firstTick(), run.newestTick()));
        long from = Math.max(run.firstTick(), tick - STRETCH_TICKS);
        Map<String, RobotFold> folds = new LinkedHashMap<>();
        cast.forEach(robot -> folds.put(robot.name(), new RobotFold(robot)));
        changes.until(from * Tick.NANOS).forEach(record -> take(folds, record));
        player.seek(from);
        player.play(tick, record -> take(folds, record));
        List<RobotSnapshot> robots = new ArrayList<>();
        for (RobotFold fold : folds.values()) {
            robots.add(fold.snapshot(beginnings.get(robots.size())));
        }
        return robots;
    }

    private static void take(Map<String, RobotFold> folds, OutputRecord record) {
        RobotFold fold = folds.get(record.robot());
        if (fold != null) {
            fold.take(record);
        }
    }
}
