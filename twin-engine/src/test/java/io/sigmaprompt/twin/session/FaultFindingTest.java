package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.simulation.HiddenFault;
import io.sigmaprompt.twin.simulation.HiddenTruth;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is broken in a robot that works is found by its kind, and a sound robot is left alone. */
class FaultFindingTest {
    private static final long START = 20_000_000_000L;

    private static Story working(HiddenFault.@Nullable Kind kind, double magnitude) {
        return broken(kind, magnitude, START);
    }

    private static Story broken(HiddenFault.@Nullable Kind kind, double magnitude, long start) {
        VirtualRobot nominal = ThreeJointArm.body();
        HiddenTruth truth = HiddenTruth.faults(
                nominal.model(),
                kind == null ? List.of() : List.of(new HiddenFault(kind, "elbow", start, 0, magnitude)));
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
                truth);
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

    private static List<FindingRecord> found(Story story) {
        return story.said(FindingRecord.class).stream()
                .filter(FindingRecord::active)
                .toList();
    }

    @Test
    void aSoundRobotAtWorkForAMinuteIsLeftAlone() {
        assertEquals(List.of(), found(working(null, 0).until(60)));
    }

    @ParameterizedTest
    @CsvSource({
        "POSITION_SPIKES, 0.05, spike/elbow/position",
        "POSITION_STUCK, 0, stuck/elbow/position",
        "ENCODER_STUCK, 0, stuck/elbow/position",
        "POSITION_OFFSET, 0.05, residual/elbow/position",
        "POSITION_DRIFT, 0.02, residual/elbow/position",
        "VELOCITY_OFFSET, 0.2, shift/elbow/velocity",
        "EFFORT_OFFSET, 3, residual/elbow",
        "EFFORT_OFFSET, 0.5, shift/elbow/effort",
        "EFFORT_SCALE, 0.3, residual/elbow",
        "FRICTION, 4, residual/elbow",
        "TORQUE_GAIN, 0.7, residual/elbow/position",
        "SEIZED, 30, residual/elbow"
    })
    void aFaultIsFoundByItsKindWithinFiveSeconds(HiddenFault.Kind kind, double magnitude, String id) {
        List<FindingRecord> found = found(working(kind, magnitude).until(25));
        assertTrue(found.stream().allMatch(finding -> finding.simNanos() >= START), found::toString);
        assertTrue(found.stream().anyMatch(finding -> finding.id().equals(id)), () -> id + " is not among " + found);
    }

    @Test
    void whatWasLearntNeedsNoLearning() {
        byte[] learnt = working(null, 0).until(20).kernel().normal("arm").encode();
        Story with = broken(HiddenFault.Kind.EFFORT_OFFSET, 0.5, 3_000_000_000L)
                .at(0.01, new KernelInput.LearntNormal("arm", learnt));
        assertEquals(List.of(), found(with.until(3)));
        assertEquals("shift/elbow/effort", found(with.until(4)).getFirst().id());
        Story without = broken(HiddenFault.Kind.EFFORT_OFFSET, 0.5, 3_000_000_000L);
        assertEquals(List.of(), found(without.until(4)));
    }

    @Test
    void anotherRobotsNormalIsRefusedInWords() {
        Story story = working(null, 0).at(0.1, new KernelInput.LearntNormal("arm", new byte[] {1, 2, 3}));
        story.until(0.2);
        assertTrue(story.said(NoticeRecord.class).stream()
                .anyMatch(notice -> notice.text().contains("expected a robot's normal behaviour")));
    }

    @Test
    void aSilenceIsAGapOnceItIsOver() {
        Story story = working(null, 0)
                .at(20, new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 60_000_000)));
        List<FindingRecord> found = found(story.until(22));
        assertEquals(List.of("gap"), found.stream().map(FindingRecord::id).toList());
    }
}
