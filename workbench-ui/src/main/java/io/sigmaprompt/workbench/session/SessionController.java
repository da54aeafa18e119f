package io.sigmaprompt.workbench.session;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.run.RunOptions;
import io.sigmaprompt.scenarios.run.ScenarioRun;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.workbench.timeline.WhatIf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One scenario under the user's hand: started, paused, stepped, run again from its start. Each attempt is a
 * {@link ScenarioRun} on a thread of its own; nothing here waits for it but {@link #close}. What it says reaches the
 * listener as snapshots on the given executor, of which the newest replaces those that were not seen yet.
 *
 * <p>Called by one thread, the user's.
 */
public final class SessionController implements AutoCloseable {
    private static final String OPERATOR = "operator";

    private final Scenario scenario;
    private final RunOptions options;
    private final List<RobotCast> cast;
    private final Executor executor;
    private final Consumer<SessionSnapshot> listener;
    private final AtomicBoolean pending = new AtomicBoolean();
    private volatile Attempt attempt;
    private final TimeTravel travel;
    private int attempts;
    private double speed;

    /**
     * Gets a scenario ready; nothing runs yet.
     *
     * @param executor calls the listener, one call at a time; the window's is {@code Platform::runLater}
     */
    public SessionController(
            Scenario scenario, RunOptions options, Executor executor, Consumer<SessionSnapshot> listener) {
        this.scenario = scenario;
        this.options = options;
        this.executor = executor;
        this.listener = listener;
        cast = RobotCast.of(scenario, options.lockStep());
        speed = options.speed();
        travel = new TimeTravel(cast, options.record(), this::publish);
        attempt = fresh(null);
        publish();
    }

    private Attempt fresh(@Nullable Attempt before) {
        Path directory = options.runDirectory();
        attempts++;
        if (directory != null && attempts > 1) {
            directory = directory.resolveSibling(directory.getFileName() + "-" + attempts);
        }
        RunOptions again = new RunOptions(speed, options.lockStep(), directory, options.record());
        return new Attempt(scenario, again, cast, before, this::publish);
    }

    public Scenario scenario() {
        return scenario;
    }

    public List<RobotCast> cast() {
        return cast;
    }

    /** Runs, or goes on. */
    public void run() {
        if (attempt.phase() != Phase.ENDED && attempt.phase() != Phase.FAILED) {
            travel.leave();
        }
        if (attempt.phase() == Phase.READY) {
            attempt.start();
        } else {
            attempt.run().resume();
        }
        publish();
    }

    /** Session time stands still until {@link #run}. */
    public void pause() {
        if (attempt.phase().underWay()) {
            attempt.run().pause();
            publish();
        }
    }

    /** Pauses and advances by one cycle, 10 ms. */
    public void step() {
        Attempt current = attempt;
        if (current.phase() == Phase.ENDED || current.phase() == Phase.FAILED) {
            return;
        }
        travel.leave();
        current.run().step(1);
        if (current.phase() == Phase.READY) {
            current.start();
        }
        publish();
    }

    /** Ends what runs and gets the scenario ready again. */
    public void reset() {
        travel.forget();
        Attempt before = attempt;
        before.run().stop("it was started over");
        attempt = fresh(before);
        publish();
    }

    /** Looks at another instant of a session that stands still; the newest wish counts. */
    public void rewind(double seconds) {
        SessionSnapshot now = snapshot();
        Path directory = now.directory();
        if (directory != null && now.rewindable()) {
            long wanted = Math.clamp(Math.round(seconds * 1e9), 0, now.knownNanos());
            travel.to(directory, now.knownNanos(), wanted, attempt.changes());
        }
    }

    /** Goes on from the instant that is looked at as a simulation, beside this session. */
    public void fork(WhatIf whatIf) {
        SessionSnapshot now = snapshot();
        Path directory = now.directory();
        if (directory != null && now.rewindable()) {
            travel.fork(directory, now.simNanos(), whatIf);
        }
    }

    /** Session seconds a second; 0 for as fast as it can. Live wires and virtual robots stay at 1. */
    public void setSpeed(double wanted) {
        speed = wanted;
        attempt.run().setSpeed(wanted);
        publish();
    }

    /** Asks for a mode; the session says whether it may be. */
    public void requestMode(String robot, TwinMode mode) {
        submit(new KernelInput.ModeRequest(robot, mode, OPERATOR));
    }

    /** Arms or disarms a robot's gate. */
    public void arm(String robot, boolean armed) {
        submit(new KernelInput.GateArming(robot, armed, OPERATOR));
    }

    /** Tells the session that an alarm was seen. */
    public void acknowledge(String robot, String alarm) {
        submit(new KernelInput.AlarmAcknowledgement(robot, alarm, OPERATOR));
    }

    /** Tells the session that all alarms of a robot were seen. */
    public void acknowledgeAll(String robot) {
        submit(new KernelInput.AlarmsAcknowledgement(robot, OPERATOR));
    }

    /** Shelves an alarm for so long. */
    public void shelve(String robot, String alarm, long nanos) {
        submit(new KernelInput.AlarmShelving(robot, alarm, nanos, "", OPERATOR));
    }

    /** Takes an alarm off the shelf. */
    public void unshelve(String robot, String alarm) {
        submit(new KernelInput.AlarmUnshelving(robot, alarm, OPERATOR));
    }

    /** Lets go of a latched alarm. */
    public void reset(String robot, String alarm) {
        submit(new KernelInput.AlarmReset(robot, alarm, OPERATOR));
    }

    /** STOP for all robots, or its release. A paused session takes it in at once, by one cycle. */
    public void stop(boolean engaged) {
        Attempt current = attempt;
        if (current.phase().underWay()) {
            cast.forEach(robot -> current.run().submit(new KernelInput.OperatorStop(robot.name(), engaged, OPERATOR)));
            if (current.run().paused()) {
                current.run().step(1);
            }
        }
    }

    private void submit(KernelInput input) {
        if (attempt.phase().underWay()) {
            attempt.run().submit(input);
        }
    }

    /**
     * Runs until a session time and pauses there.
     *
     * @return completes with the session as it stands there, or where it ended or failed before
     */
    public CompletableFuture<SessionSnapshot> runTo(long simNanos) {
        Attempt current = attempt;
        CompletableFuture<SessionSnapshot> reached = current.haltAt(simNanos).thenApply(nothing -> snapshot(current));
        run();
        return reached;
    }

    /** What broke the session, or null. */
    public @Nullable Throwable failure() {
        return attempt.failure();
    }

    /** How the session stands now; any thread. */
    public SessionSnapshot snapshot() {
        return snapshot(attempt);
    }

    private SessionSnapshot snapshot(Attempt of) {
        SessionFold.Standing standing = of.standing();
        Throwable broken = of.failure();
        Phase phase = of.phase();
        TimeTravel.Instant instant = phase == Phase.RUNNING ? null : travel.instant();
        return new SessionSnapshot(
                scenario.name(),
                phase,
                of.run().speed(),
                instant == null ? standing.simNanos() : instant.simNanos(),
                standing.simNanos(),
                scenario.durationNanos(),
                standing.pace(),
                standing.directory(),
                standing.activity(),
                standing.result(),
                broken == null ? "" : said(broken),
                instant == null ? standing.robots() : withCourse(instant.robots(), standing.robots()),
                travel.fork());
    }

    private static List<RobotSnapshot> withCourse(List<RobotSnapshot> then, List<RobotSnapshot> now) {
        List<RobotSnapshot> all = new ArrayList<>();
        for (int i = 0; i < then.size(); i++) {
            all.add(then.get(i).withCourse(now.get(i)));
        }
        return all;
    }

    private static String said(Throwable broken) {
        String message = String.valueOf(broken.getMessage());
        return broken instanceof BadInputException || broken.getMessage() != null ? message : broken.toString();
    }

    /** Any thread. */
    private void publish() {
        if (pending.compareAndSet(false, true)) {
            executor.execute(() -> {
                pending.set(false);
                listener.accept(snapshot());
            });
        }
    }

    /** Ends the session, and waits, no longer than a few seconds, until its recording is closed. */
    @Override
    public void close() {
        travel.close();
        attempt.close();
    }
}
