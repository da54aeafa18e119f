package io.sigmaprompt.workbench.app;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.workbench.plot.EffortPlot;
import io.sigmaprompt.workbench.plot.PlotViewModel;
import io.sigmaprompt.workbench.robot.RobotTreeViewModel;
import io.sigmaprompt.workbench.session.RobotCast;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.session.SessionSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows the robots' joints, which of them is looked at, and that one's plot. JavaFX thread. */
final class JointPresenter {
    private final RobotTreeViewModel tree;
    private final EffortPlot plot;
    private String joint = "";
    private boolean picked;

    JointPresenter(RobotTreeViewModel tree, PlotViewModel plot) {
        this.tree = tree;
        this.plot = new EffortPlot(plot);
    }

    /** Shows a robot by itself. */
    void open(RobotModel robot) {
        plot.clear();
        tree.open(robot);
    }

    /** Shows a session's robots, one of them with its joints. */
    void open(SessionSnapshot session, RobotSnapshot shown) {
        picked = false;
        RobotModel robot = shown.cast().model();
        List<String> driven = new DrivenJoints(robot).names();
        joint = driven.isEmpty() ? "" : driven.getFirst();
        List<RobotTreeViewModel.Head> heads = new ArrayList<>();
        for (RobotSnapshot each : session.robots()) {
            RobotCast cast = each.cast();
            heads.add(new RobotTreeViewModel.Head(each.name(), cast.model().name() + " · " + brief(cast.hardware())));
        }
        tree.open(heads, shown.name(), robot);
        plot.clear();
    }

    private static String brief(String hardware) {
        int slash = Math.max(hardware.lastIndexOf('/'), hardware.lastIndexOf('\\'));
        return hardware.contains("://") ? hardware : hardware.substring(slash + 1);
    }

    /** The user looks at a joint; it stays even when another has a finding. */
    void choose(String name) {
        joint = name;
        picked = true;
    }

    /** Shows a configuration, nq entries. */
    void stand(double[] q) {
        tree.update(q);
    }

    /** Shows a snapshot. */
    void show(SessionSnapshot session, RobotSnapshot shown) {
        if (!picked) {
            shown.findings().stream()
                    .filter(finding -> finding.kind() == FindingRecord.Kind.RESIDUAL)
                    .findFirst()
                    .ifPresent(finding -> joint = finding.joint());
        }
        mark(session, shown);
        plot(session, shown);
    }

    private void mark(SessionSnapshot session, RobotSnapshot shown) {
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
        tree.mark(differing, joint);
        for (RobotSnapshot each : session.robots()) {
            var health = each.health();
            tree.robotValue(each.name(), health == null ? "" : String.format(Locale.ROOT, "%.0f Hz", health.rateHz()));
            tree.attention(each.name(), !each.findings().isEmpty());
        }
    }

    private void plot(SessionSnapshot session, RobotSnapshot shown) {
        DivergenceRecord divergence = shown.divergence();
        int index = divergence == null ? -1 : divergence.names().indexOf(joint);
        if (index < 0) {
            plot.clear();
            return;
        }
        boolean linear = isLinear(shown.cast().model(), joint);
        plot.show(
                shown.name(),
                joint,
                index,
                linear ? "N" : "N·m",
                shown.efforts(),
                session.fork().efforts(shown.name()));
        plot.mark(session.rewound() ? session.seconds() : Double.NaN);
    }

    /** Whether a joint slides, so that its values are metres and newtons. */
    static boolean isLinear(RobotModel robot, String name) {
        int index = robot.jointIndex(name);
        return index >= 0 && robot.joints().get(index).type() == JointType.PRISMATIC;
    }
}
