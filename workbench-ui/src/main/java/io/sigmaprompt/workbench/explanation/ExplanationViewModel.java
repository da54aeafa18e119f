package io.sigmaprompt.workbench.explanation;

import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.workbench.session.JointNames;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Why robot and twin are apart, what was found, and each joint's residual. JavaFX thread. */
public final class ExplanationViewModel {
    private final ObservableList<FindingCard> findings = FXCollections.observableArrayList();
    private final ObservableList<ResidualBar> residuals = FXCollections.observableArrayList();
    private final CausesViewModel causes = new CausesViewModel();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    /** Shows what a session says of a robot. */
    public void show(RobotSnapshot robot) {
        List<FindingCard> cards =
                robot.findings().stream().map(ExplanationViewModel::card).toList();
        if (!findings.equals(cards)) {
            findings.setAll(cards);
        }
        causes.show(robot);
        DivergenceRecord divergence = robot.divergence();
        if (divergence == null) {
            clearResiduals();
        } else {
            residuals(divergence, robot);
        }
    }

    /** Shows that no session runs. */
    public void clear() {
        findings.clear();
        causes.clear();
        clearResiduals();
    }

    /** Why robot and twin are apart. */
    public CausesViewModel causes() {
        return causes;
    }

    private void clearResiduals() {
        residuals.clear();
        summary.set("");
    }

    private static FindingCard card(FindingRecord finding) {
        String kind =
                switch (finding.kind()) {
                    case RESIDUAL -> "Unexplained effort";
                    case STALE -> "Telemetry is silent";
                    case LIMIT -> "Beyond a limit";
                    case GAP -> "Telemetry has gaps";
                    case JITTER -> "Telemetry comes unevenly";
                    case RATE -> "Changes too fast";
                    case FLAT_LINE -> "No longer changes";
                    case STUCK -> "Sensor is stuck";
                    case SPIKE -> "Spike";
                    case SHIFT -> "Level has moved";
                    case PERIODICITY -> "Rhythm has changed";
                    case NOVELTY -> "Never seen before";
                    case CONTACT -> "Something pushes";
                    case PAYLOAD -> "Another weight";
                };
        String joint = finding.joint().isEmpty() ? "" : " at " + JointNames.brief(finding.joint());
        double share = finding.threshold() == 0 ? 1 : Math.abs(finding.value() / finding.threshold());
        return new FindingCard(
                kind + joint,
                String.format(Locale.ROOT, "%.3g %s", finding.value(), finding.unit()),
                finding.explanation(),
                share);
    }

    private void residuals(DivergenceRecord divergence, RobotSnapshot robot) {
        List<String> names = divergence.names();
        if (!residuals.stream().map(ResidualBar::joint).toList().equals(names)) {
            residuals.setAll(names.stream().map(ResidualBar::new).toList());
        }
        double limit = robot.cast().residualSigma();
        boolean known = false;
        for (int i = 0; i < names.size(); i++) {
            double residual = divergence.effortResidual()[i];
            double sigma = divergence.sigma()[i];
            ResidualBar bar = residuals.get(i);
            bar.shareProperty().set(Double.isNaN(sigma) ? 0 : sigma / limit);
            bar.beyondProperty().set(sigma > limit);
            bar.valueProperty()
                    .set(
                            Double.isNaN(residual)
                                    ? "–"
                                    : String.format(
                                            Locale.ROOT,
                                            "%+.2f %s",
                                            residual,
                                            unit(robot.cast().model(), names.get(i))));
            known |= !Double.isNaN(residual);
        }
        boolean judged = IntStream.range(0, names.size())
                .anyMatch(i -> !Double.isNaN(divergence.sigma()[i]));
        summary.set(
                !known
                        ? "the source measures no effort"
                        : judged
                                ? String.format(Locale.ROOT, "BAR FULL AT %.3g σ", limit)
                                : "LEARNING THE USUAL SPREAD");
    }

    private static String unit(RobotModel model, String joint) {
        int index = model.jointIndex(joint);
        boolean linear = index >= 0 && model.joints().get(index).type() == JointType.PRISMATIC;
        return linear ? "N" : "N·m";
    }

    public ObservableList<FindingCard> findings() {
        return findings;
    }

    public ObservableList<ResidualBar> residuals() {
        return residuals;
    }

    /** What a full bar means, or what is missing. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
