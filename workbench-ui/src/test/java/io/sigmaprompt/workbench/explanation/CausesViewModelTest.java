package io.sigmaprompt.workbench.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.ExplanationRecord;
import io.sigmaprompt.twin.record.ExplanationRecord.Cause;
import io.sigmaprompt.twin.record.ExplanationRecord.Kind;
import io.sigmaprompt.workbench.session.EffortHistory;
import io.sigmaprompt.workbench.session.RobotCast;
import io.sigmaprompt.workbench.session.RobotSnapshot;
import io.sigmaprompt.workbench.viewport.Corpus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CausesViewModelTest {
    private static final RobotModel UR10 =
            UrdfReader.read(Corpus.file("robots/ur10/ur10.urdf")).model();
    private static final List<String> JOINTS = List.of("shoulder_lift_joint", "elbow_joint");

    private final CausesViewModel model = new CausesViewModel();

    private static DivergenceRecord divergence(double position, double effort, double sigma) {
        double[] positions = {position, position};
        double[] sigmas = {sigma, sigma};
        return new DivergenceRecord("arm", 0, JOINTS, positions, positions, new double[] {effort, effort}, sigmas);
    }

    private void show(DivergenceRecord divergence, Cause... causes) {
        RobotCast cast = new RobotCast("arm", UR10, "simulated", UR10.neutral(), 6, false, List.of());
        ExplanationRecord why = new ExplanationRecord("arm", 0, 1.4, JOINTS, List.of(causes));
        model.show(new RobotSnapshot(
                cast,
                TwinMode.MIRROR,
                false,
                false,
                null,
                null,
                null,
                null,
                divergence,
                why,
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of(),
                "",
                null,
                Map.of(),
                EffortHistory.EMPTY));
    }

    private static Cause cause(Kind kind, String place, double share, double value, double sigma, String unit) {
        return new Cause(kind, place, share, value, sigma, unit, 120, new double[2], "as seen");
    }

    @Test
    void eachKindIsNamedInWordsWithItsNumbers() {
        show(
                divergence(0.01, 3, 9),
                cause(Kind.DELAY, "", 0.5, 0.0203, 0.0001, "s"),
                cause(Kind.EXTERNAL_CONTACT, "forearm_link", 0.3, 59.6, 1.5, "N"),
                cause(Kind.SENSOR_FAULT, "elbow_joint", 0.1, Double.NaN, Double.NaN, ""),
                new Cause(Kind.UNKNOWN, "", 0.1, Double.NaN, Double.NaN, "", 0, new double[2], "rest"));
        List<CauseCard> cards = model.causes();
        assertEquals("Delay", cards.get(0).title());
        assertEquals("20.3 ± 0.100 ms  ln odds 120", cards.get(0).numbers());
        assertEquals("", cards.get(0).joint());
        assertEquals("External contact · forearm_link", cards.get(1).title());
        assertEquals("59.6 ± 1.50 N  ln odds 120", cards.get(1).numbers());
        assertEquals("elbow_joint", cards.get(1).joint(), "the joint that moves the link");
        assertEquals("Sensor fault · elbow", cards.get(2).title());
        assertEquals("ln odds 120", cards.get(2).numbers());
        assertEquals("Unknown", cards.get(3).title());
        assertEquals("", cards.get(3).numbers());
        assertEquals("90 % EXPLAINED", model.explainedProperty().get());
    }

    @Test
    void withoutAnythingUnknownItIsExplainedFully() {
        show(divergence(0.01, 3, 9), cause(Kind.PARAMETER_DRIFT, "elbow_joint", 1, 2, 0.1, "N·m"));
        assertEquals("EXPLAINED FULLY", model.explainedProperty().get());
        assertEquals("", model.standingProperty().get());
    }

    @Test
    void withoutCausesItSaysWhy() {
        show(divergence(0, 0, 0.5));
        assertEquals(
                "Robot and twin agree: nothing sets them apart.",
                model.standingProperty().get());
        show(divergence(0, 0, Double.NaN));
        assertTrue(model.standingProperty().get().startsWith("Learning"));
        show(divergence(0, 9, 20));
        assertTrue(model.standingProperty().get().contains("no cause is found yet"));
        show(divergence(Double.NaN, 1, 1));
        assertTrue(model.standingProperty().get().startsWith("No prediction: the source carries no commands"));
        show(divergence(Double.NaN, Double.NaN, Double.NaN));
        assertTrue(model.standingProperty().get().startsWith("No prediction and no efforts"));
        model.clear();
        assertEquals("", model.standingProperty().get());
    }

    @Test
    void aPickLooksAtTheJointAndAWholeRobotAtNone() {
        List<String> looked = new ArrayList<>();
        model.onChoice(looked::add);
        show(
                divergence(0.01, 3, 9),
                cause(Kind.DELAY, "", 0.5, 0.02, 0.001, "s"),
                cause(Kind.ACTUATOR_FAULT, "elbow_joint", 0.5, 0.8, 0.01, "×"));
        model.causes().forEach(model::choose);
        assertEquals(List.of("elbow_joint"), looked);
    }
}
