package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.mechanism.RobotReading;
import io.sigmaprompt.workbench.session.Phase;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.topbar.SessionMode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Shows a session's snapshots: hands each panel its part, each at its pace. JavaFX thread. */
final class SessionPresenter {
    /** Numbers that change faster than this cannot be read. */
    private static final long PANEL_NANOS = 140_000_000;

    /** More frames than this take the cores from the session, where graphics are drawn in software. */
    private static final long POSE_NANOS = 30_000_000;

    private static final double LEAST_TIMELINE_SECONDS = 10;

    private final WorkbenchViewModel model;
    private final LongSupplier clock;
    private final FigurePresenter figure;
    private final JointPresenter joints;
    private final CardPresenter cards;
    private @Nullable SessionSnapshot latest;
    private String robot = "";
    private long posed;
    private long panelsShown;
    private Phase phaseShown = Phase.READY;

    SessionPresenter(WorkbenchViewModel model, Figure figure, LongSupplier clock) {
        this.model = model;
        this.clock = clock;
        this.figure = new FigurePresenter(figure);
        joints = new JointPresenter(model.robot(), model.plot());
        cards = new CardPresenter(model.cards());
        model.robot().onChoice(this::chooseRobot, this::chooseJoint);
        model.explanation().causes().onChoice(this::chooseJoint);
    }

    /** Shows a session that is ready; completes once its first robot is drawn. */
    CompletableFuture<List<String>> open(SessionSnapshot session) {
        latest = session;
        model.cards().notice("");
        return look(session, session.robots().getFirst().name());
    }

    /** Shows a robot by itself, where its file draws it. */
    CompletableFuture<List<String>> open(RobotReading read) {
        latest = null;
        robot = "";
        model.showNothing();
        joints.open(read.model());
        return draw(new FigurePoser(read.model(), read.home()));
    }

    private CompletableFuture<List<String>> look(SessionSnapshot session, String name) {
        RobotSnapshot shown = session.robot(name);
        robot = shown.name();
        joints.open(session, shown);
        CompletableFuture<List<String>> drawn =
                draw(new FigurePoser(shown.cast().model(), shown.cast().start()));
        show(session);
        return drawn;
    }

    private CompletableFuture<List<String>> draw(FigurePoser next) {
        joints.stand(next.q());
        return figure.open(next, this::refresh);
    }

    /** Shows the newest snapshot again, all of it. */
    void refresh() {
        panelsShown = 0;
        posed = 0;
        SessionSnapshot session = latest;
        if (session != null) {
            show(session);
        }
    }

    private void chooseRobot(String name) {
        SessionSnapshot session = latest;
        if (session != null && !name.equals(robot)) {
            // Its missing meshes were told when the session opened.
            var unused = look(session, name);
        }
    }

    /** Looks at a joint of the robot that the panels are about. */
    void chooseJoint(String name) {
        joints.choose(name);
        refresh();
    }

    /** Draws the next of the bodies that can be the ghost. */
    void nextGhost() {
        figure.nextGhost();
        refresh();
    }

    /** The robot that the panels are about. */
    String robot() {
        return robot;
    }

    /** Shows a snapshot. The figure moves with each, panels at a pace that can be read. */
    void show(SessionSnapshot session) {
        latest = session;
        RobotSnapshot shown = session.robot(robot);
        SessionMode mode = SessionMode.valueOf(shown.mode().name());
        model.update(mode, session.phase() == Phase.RUNNING, session.seconds());
        model.topBar()
                .show(
                        session.speed(),
                        session.phase().underWay(),
                        session.robots().stream().anyMatch(RobotSnapshot::stopped));
        long now = clock.getAsLong();
        boolean atOnce = session.phase() != Phase.RUNNING || phaseShown != session.phase();
        if (atOnce || now - posed >= POSE_NANOS) {
            posed = now;
            figure.pose(shown, mode);
        }
        if (atOnce || now - panelsShown >= PANEL_NANOS) {
            panelsShown = now;
            phaseShown = session.phase();
            panels(session, shown, mode);
        }
    }

    private void panels(SessionSnapshot session, RobotSnapshot shown, SessionMode mode) {
        cards.show(session, shown, mode, figure.choice(), figure.ghost(shown, mode));
        model.explanation().show(shown);
        model.decision().show(shown.decision());
        model.mind().show(shown.trees());
        model.gate().show(shown, session.phase().underWay());
        model.alarms().show(shown);
        model.link().show(shown);
        timeline(session, shown);
        double[] q = figure.configuration(shown);
        if (q != null) {
            joints.stand(q);
        }
        joints.show(session, shown);
        model.status().show(session, shown);
    }

    private void timeline(SessionSnapshot session, RobotSnapshot shown) {
        shown.lanes().forEach(model.timeline()::lane);
        double end = session.durationNanos() == Long.MAX_VALUE
                ? Math.max(LEAST_TIMELINE_SECONDS, session.seconds() * 1.1)
                : session.durationNanos() * 1e-9;
        model.timeline().travel(session.rewindable(), session.fork().words());
        model.timeline().time(0, end, session.knownNanos() * 1e-9, session.seconds());
    }
}
