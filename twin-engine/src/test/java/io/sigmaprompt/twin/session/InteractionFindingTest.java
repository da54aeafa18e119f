package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A push and a load, of which the twin knows nothing, are found once each, where they are and as long as they last. */
class InteractionFindingTest {
    private static final double BEGIN = 4;

    private static HiddenFault push(String link, double from, double seconds, double x, double y, double z) {
        return new HiddenFault(
                HiddenFault.Kind.PUSH, link, Math.round(from * 1e9), Math.round(seconds * 1e9), 1, new Vec3(x, y, z));
    }

    private static Story working(List<HiddenFault> faults) {
        VirtualRobot nominal = ThreeJointArm.body();
        VirtualRobot body = new VirtualRobot(
                "arm",
                nominal.model(),
                nominal.initialPosition(),
                nominal.settings(),
                nominal.telemetryNanos(),
                nominal.noiseSeed(),
                nominal.positionNoise(),
                nominal.velocityNoise(),
                nominal.effortNoise(),
                HiddenTruth.faults(nominal.model(), faults));
        TwinConfiguration twin = new TwinConfiguration(
                "arm",
                body,
                true,
                TwinMode.SIMULATED,
                IngestSettings.DEFAULT,
                PredictionSettings.DEFAULT,
                AnalysisSettings.DEFAULT,
                List.of(new MindSpec.Task("task", "pick_part", 10, new Goal.FollowPath(ThreeJointArm.PICK, 1))),
                ArbitrationSettings.DEFAULT,
                GateSettings.DEFAULT);
        return new Story(new SessionConfiguration("test", 7, List.of(twin)));
    }

    private static List<FindingRecord> told(Story story) {
        return story.said(FindingRecord.class).stream()
                .filter(f -> f.kind() == Kind.CONTACT || f.kind() == Kind.PAYLOAD)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "fore, 0.1, 0, 40, 0",
        "fore, 0.3, 15, 0, 15",
        "fore, 1, 0, 25, -10",
        "fore, 3, 20, 5, 0",
        "fore, 6, 0, 12, 5",
        "upper, 0.5, 40, 30, 0",
        "upper, 2, 0, 60, 0"
    })
    void aPushIsFoundOnceAndForAsLongAsItLasts(String link, double seconds, double x, double y, double z) {
        List<FindingRecord> told =
                told(working(List.of(push(link, BEGIN, seconds, x, y, z))).until(BEGIN + seconds + 5));
        assertEquals(2, told.size(), told::toString);
        FindingRecord begin = told.getFirst();
        assertEquals("contact/" + link, begin.id());
        assertTrue(begin.active());
        assertEquals(link.equals("fore") ? "elbow" : "lift", begin.joint());
        assertEquals("N", begin.unit());
        assertEquals(BEGIN, begin.evidence().fromNanos() * 1e-9, 0.21);
        assertTrue(begin.simNanos() * 1e-9 <= BEGIN + 0.6, begin::toString);
        assertTrue(begin.value() > begin.threshold(), begin::toString);
        assertTrue(begin.evidence().score() > 0.999, begin::toString);
        FindingRecord end = told.getLast();
        assertEquals("contact/" + link, end.id());
        assertEquals(BEGIN + seconds + 0.6, end.simNanos() * 1e-9, 0.41);
        double force = Math.sqrt(x * x + y * y + z * z);
        double felt = link.equals("fore") ? force : force * 1.2;
        assertEquals(felt, end.value(), 0.2 * felt, end::toString);
    }

    @Test
    void twoPushesWithAPauseBetweenThemAreTwo() {
        List<HiddenFault> pushes = List.of(push("fore", BEGIN, 0.8, 0, 25, 0), push("fore", 7, 0.8, 0, -25, 10));
        List<FindingRecord> told = told(working(pushes).until(12));
        assertEquals(
                List.of("contact/fore true", "contact/fore false", "contact/fore true", "contact/fore false"),
                told.stream().map(f -> f.id() + " " + f.active()).toList());
    }

    @ParameterizedTest
    @CsvSource({"fore, 2, 6", "fore, 0.5, 6", "upper, 3, 6", "fore, 1, 3"})
    void aLoadIsFoundOnceUntilItIsPutDown(String link, double kilograms, double seconds) {
        HiddenFault load = new HiddenFault(
                HiddenFault.Kind.PAYLOAD, link, Math.round(BEGIN * 1e9), Math.round(seconds * 1e9), kilograms);
        List<FindingRecord> told = told(working(List.of(load)).until(BEGIN + seconds + 6));
        assertEquals(2, told.size(), told::toString);
        FindingRecord begin = told.getFirst();
        assertEquals("payload/" + link, begin.id());
        assertTrue(begin.active());
        assertEquals("kg", begin.unit());
        assertEquals(kilograms, begin.value(), 0.1 * kilograms);
        assertEquals(BEGIN, begin.evidence().fromNanos() * 1e-9, 0.21);
        assertTrue(begin.simNanos() * 1e-9 <= BEGIN + 1.3, begin::toString);
        assertEquals(BEGIN + seconds + 1.7, told.getLast().simNanos() * 1e-9, 0.41);
    }

    @Test
    void aSnapshotWithinAPushForgetsNothing() {
        List<HiddenFault> pushes = List.of(push("fore", BEGIN, 1, 0, 25, -10));
        Story whole = working(pushes).until(9);
        Story first = working(pushes).until(4.25);
        Story second = working(pushes);
        second.kernel().restore(first.kernel().snapshot());
        assertEquals(told(whole), told(second.until(9)));
        assertEquals(2, told(whole).size());
    }

    @Test
    void aFaultThatIsNeitherIsNotTakenForOne() {
        for (HiddenFault.Kind kind :
                List.of(HiddenFault.Kind.POSITION_OFFSET, HiddenFault.Kind.TORQUE_GAIN, HiddenFault.Kind.FRICTION)) {
            double magnitude =
                    kind == HiddenFault.Kind.POSITION_OFFSET ? 0.05 : kind == HiddenFault.Kind.FRICTION ? 3 : 0.7;
            HiddenFault fault = new HiddenFault(kind, "elbow", Math.round(BEGIN * 1e9), 0, magnitude);
            assertEquals(List.of(), told(working(List.of(fault)).until(10)), kind.toString());
        }
    }
}
