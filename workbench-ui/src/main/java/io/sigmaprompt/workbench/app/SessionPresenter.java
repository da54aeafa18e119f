package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.workbench.plot.EffortPlot;
import io.sigmaprompt.workbench.robot.RobotTreeViewModel;
import io.sigmaprompt.workbench.session.JointNames;
import io.sigmaprompt.workbench.session.Phase;
import io.sigmaprompt.workbench.session.RobotCast;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import io.sigmaprompt.workbench.topbar.SessionMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Shows a session's snapshots: hands each panel its part, and poses the figure. JavaFX thread. */
final class SessionPresenter {
    /** Numbers that change faster than this cannot be read. */
    private static final long PANEL_NANOS = 80_000_000;

    /** More frames than this take the cores from the session, where graphics are drawn in software. */
    private static final long POSE_NANOS = 30_000_000;

    private static final double NOTICE_SECONDS = 6;
    private static final double LEAST_TIMELINE_SECONDS = 10;

    private final WorkbenchViewModel model;
    private final Figure figure;
    private final LongSupplier clock;
    private final EffortPlot plot;
    private @Nullable SessionSnapshot latest;
    private @Nullable FigurePoser poser;
    private boolean figureReady;
    private String robot = "";
    private String joint = "";
    private boolean jointPicked;
    private GhostChoice ghost = GhostChoice.AUTOMATIC;
    private long posed;
    private long panelsShown;
    private Phase phaseShown = Phase.READY;

    SessionPresenter(WorkbenchViewModel model, Figure figure, LongSupplier clock) {
        this.model = model;
        this.figure = figure;
        this.clock = clock;
        plot = new EffortPlot(model.plot());
        model.robot().onChoice(this::chooseRobot, this::chooseJoint);
    }

    /** Shows a session that is ready; completes once its first robot is drawn. */
    CompletableFuture<List<String>> open(SessionSnapshot session) {
        latest = session;
        model.cards().notice("");
        return look(session, session.robots().getFirst().name());
    }

    /** Shows a robot by itself. */
    CompletableFuture<List<String>> open(RobotModel robotModel) {
        latest = null;
        robot = "";
        plot.clear();
        model.showNothing();
        model.robot().open(robotModel);
        return draw(new FigurePoser(robotModel, robotModel.neutral(), 1));
    }

    private CompletableFuture<List<String>> look(SessionSnapshot session, String name) {
        RobotSnapshot shown = session.robot(name);
        robot = shown.name();
        jointPicked = false;
        List<String> driven = new DrivenJoints(shown.cast().model()).names();
        joint = driven.isEmpty() ? "" : driven.getFirst();
        List<RobotTreeViewModel.Head> heads = new ArrayList<>();
        for (RobotSnapshot each : session.robots()) {
            RobotCast cast = each.cast();
            heads.add(new RobotTreeViewModel.Head(each.name(), cast.model().name() + " · " + brief(cast.hardware())));
        }
        model.robot().open(heads, robot, shown.cast().model());
        plot.clear();
        FigurePoser next = new FigurePoser(
                shown.cast().model(), shown.cast().start(), shown.cast().residualSigma());
        CompletableFuture<List<String>> drawn = draw(next);
        show(session);
        return drawn;
    }

    private static String brief(String hardware) {
        int slash = Math.max(hardware.lastIndexOf('/'), hardware.lastIndexOf('\\'));
        return hardware.contains("://") ? hardware : hardware.substring(slash + 1);
    }

    private CompletableFuture<List<String>> draw(FigurePoser next) {
        poser = next;
        figureReady = false;
        double[] links = next.links(null);
        model.robot().update(next.q());
        return figure.open(next.model(), links).thenApply(warnings -> {
            if (poser == next) {
                figureReady = true;
                refresh();
            }
            return warnings;
        });
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

    private void chooseJoint(String name) {
        joint = name;
        jointPicked = true;
        refresh();
    }

    /** Draws the next of the bodies that can be the ghost. */
    void nextGhost() {
        ghost = ghost.next();
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
            pose(shown, mode);
        }
        if (atOnce || now - panelsShown >= PANEL_NANOS) {
            panelsShown = now;
            phaseShown = session.phase();
            panels(session, shown, mode, ghostBody(shown, mode));
        }
    }

    private void pose(RobotSnapshot shown, SessionMode mode) {
        FigurePoser current = poser;
        JointStateRecord ghostBody = ghostBody(shown, mode);
        if (current == null || !figureReady) {
            return;
        }
        JointStateRecord robotBody = shown.robot();
        if (robotBody != null && ghostBody != null) {
            double[] ghostLinks = current.links(ghostBody);
            figure.pose(
                    current.links(robotBody),
                    ghostLinks,
                    current.differences(robotBody, ghostBody, shown.divergence()));
        } else {
            figure.pose(current.links(robotBody));
        }
    }

    private @Nullable JointStateRecord ghostBody(RobotSnapshot shown, SessionMode mode) {
        return switch (ghost) {
            case AUTOMATIC -> {
                boolean acting = mode == SessionMode.SHADOW || mode == SessionMode.LIVE;
                yield shown.prediction() != null ? shown.prediction() : acting ? shown.shadow() : null;
            }
            case SHADOW -> shown.shadow();
            case NONE -> null;
        };
    }

    private void panels(
            SessionSnapshot session, RobotSnapshot shown, SessionMode mode, @Nullable JointStateRecord ghostBody) {
        model.cards().mode(mode, caption(mode, ghostBody));
        divergence(shown);
        standing(session);
        notice(session, shown);
        model.explanation().show(shown);
        model.decision().show(shown.decision());
        model.gate().show(shown, session.phase().underWay());
        model.alarms().show(shown);
        model.link().show(shown);
        timeline(session, shown);
        if (!jointPicked) {
            shown.findings().stream()
                    .filter(finding -> finding.kind() == FindingRecord.Kind.RESIDUAL)
                    .findFirst()
                    .ifPresent(finding -> joint = finding.joint());
        }
        tree(session, shown);
        plot(shown);
        model.status().show(session, shown);
    }

    private String caption(SessionMode mode, @Nullable JointStateRecord body) {
        if (ghost == GhostChoice.NONE) {
            return "robot solid, no ghost drawn";
        }
        if (body == null) {
            return mode == SessionMode.SIMULATED ? mode.meaning() : "robot solid, nothing to compare it with yet";
        }
        return body.body() == JointStateRecord.Body.SHADOW
                ? "robot solid, shadow twin translucent: where our commands would have it"
                : "robot solid, prediction translucent";
    }

    private void divergence(RobotSnapshot shown) {
        DivergenceRecord divergence = shown.divergence();
        if (divergence == null) {
            model.cards().divergence("", "", "", false);
            return;
        }
        int worst = divergence.worstJoint();
        String value = worst < 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f σ", divergence.sigma()[worst]);
        String where = worst < 0 ? "" : JointNames.brief(divergence.names().get(worst));
        String more = furthest(shown.cast().model(), divergence);
        boolean beyond = worst >= 0 && divergence.sigma()[worst] > shown.cast().residualSigma();
        model.cards().divergence(value, where, more, beyond);
    }

    private static String furthest(RobotModel robot, DivergenceRecord divergence) {
        int furthest = -1;
        double[] position = divergence.position();
        for (int i = 0; i < position.length; i++) {
            if (!Double.isNaN(position[i]) && (furthest < 0 || Math.abs(position[i]) > Math.abs(position[furthest]))) {
                furthest = i;
            }
        }
        if (furthest < 0) {
            return "no prediction: the source carries no commands";
        }
        String unit = isLinear(robot, divergence.names().get(furthest)) ? "m" : "rad";
        return String.format(Locale.ROOT, "position off by %.4f %s", Math.abs(position[furthest]), unit);
    }

    private static boolean isLinear(RobotModel robot, String name) {
        int index = robot.jointIndex(name);
        return index >= 0 && robot.joints().get(index).type() == JointType.PRISMATIC;
    }

    private void standing(SessionSnapshot session) {
        model.cards()
                .standing(
                        switch (session.phase()) {
                            case READY -> "Ready. Space starts it.";
                            case PAUSED -> "Paused. Space goes on, N makes one step.";
                            case RUNNING -> session.simNanos() == 0 ? session.activity() : "";
                            case ENDED -> ended(session);
                            case FAILED -> "It broke: " + session.failure();
                        });
    }

    private static String ended(SessionSnapshot session) {
        var result = session.result();
        return result == null
                ? "Ended. R goes back to the start."
                : result.verdict() + ": " + result.reason() + ". R goes back to the start.";
    }

    private void notice(SessionSnapshot session, RobotSnapshot shown) {
        NoticeRecord notice = shown.notice();
        boolean fresh = notice != null
                && notice.level() == NoticeRecord.Level.WARNING
                && (session.simNanos() - notice.simNanos()) * 1e-9 < NOTICE_SECONDS;
        model.cards()
                .notice(
                        notice != null && fresh
                                ? String.format(Locale.ROOT, "%.2f s  %s", notice.simNanos() * 1e-9, notice.text())
                                : "");
    }

    private void timeline(SessionSnapshot session, RobotSnapshot shown) {
        shown.lanes().forEach(model.timeline()::lane);
        double end = session.durationNanos() == Long.MAX_VALUE
                ? Math.max(LEAST_TIMELINE_SECONDS, session.seconds() * 1.1)
                : session.durationNanos() * 1e-9;
        model.timeline().time(0, end, session.seconds());
    }

    private void tree(SessionSnapshot session, RobotSnapshot shown) {
        FigurePoser current = poser;
        if (current != null && shown.robot() != null) {
            current.links(shown.robot());
            model.robot().update(current.q());
        }
        List<String> differing = new ArrayList<>();
        DivergenceRecord divergence = shown.divergence();
        if (divergence != null) {
            int worst = divergence.worstJoint();
            if (worst >= 0 && divergence.sigma()[worst] > shown.cast().residualSigma()) {
                differing.add(divergence.names().get(worst));
            }
        }
        shown.findings().stream()
                .map(FindingRecord::joint)
                .filter(name -> !name.isEmpty())
                .forEach(differing::add);
        model.robot().mark(differing, joint);
        for (RobotSnapshot each : session.robots()) {
            var health = each.health();
            model.robot()
                    .robotValue(
                            each.name(), health == null ? "" : String.format(Locale.ROOT, "%.0f Hz", health.rateHz()));
            model.robot().attention(each.name(), !each.findings().isEmpty());
        }
    }

    private void plot(RobotSnapshot shown) {
        DivergenceRecord divergence = shown.divergence();
        int index = divergence == null ? -1 : divergence.names().indexOf(joint);
        if (index < 0) {
            plot.clear();
            return;
        }
        boolean linear = isLinear(shown.cast().model(), joint);
        plot.show(shown.name(), joint, index, linear ? "N" : "N·m", shown.efforts());
    }
}
