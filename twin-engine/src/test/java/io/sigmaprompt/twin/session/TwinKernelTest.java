package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.JointStateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TwinKernelTest {
    @Test
    void aHealthyRobotIsMirroredWithoutAnyFinding() {
        Story story = Story.pickWithElbowFriction().until(4.9);

        assertEquals(List.of(), story.said(FindingRecord.class));
        double worst = story.said(DivergenceRecord.class).stream()
                .flatMapToDouble(d -> java.util.Arrays.stream(d.position()))
                .filter(e -> !Double.isNaN(e))
                .map(Math::abs)
                .max()
                .orElseThrow();
        assertTrue(worst < 2e-3, "the prediction of a healthy robot is off by " + worst + " rad");
    }

    @Test
    void tripledFrictionIsFoundReactedToAndObeyed() {
        Story story = Story.pickWithElbowFriction().until(7.9);

        FindingRecord finding = story.said(FindingRecord.class).getFirst();
        assertEquals("residual/elbow", finding.id());
        assertTrue(finding.simNanos() < 5_600_000_000L, "found only at " + finding.simNanos());
        DecisionRecord decision = story.said(DecisionRecord.class).getLast();
        assertEquals("slow_and_report", decision.behaviour());
        assertEquals("pick_part", decision.over().getFirst().behaviour());
        assertTrue(peakElbowSpeed(story, 6.5, 7.9) < 0.4 * peakElbowSpeed(story, 2.5, 5));
        assertEquals(
                AlarmRecord.State.UNACKNOWLEDGED,
                story.said(AlarmRecord.class).getLast().state());
    }

    private static double peakElbowSpeed(Story story, double from, double to) {
        return story.said(JointStateRecord.class).stream()
                .filter(s -> s.body() == JointStateRecord.Body.ROBOT)
                .filter(s -> s.simNanos() > from * 1e9 && s.simNanos() < to * 1e9)
                .mapToDouble(s -> Math.abs(s.velocity()[2]))
                .max()
                .orElseThrow();
    }

    @Test
    void silenceOfTheRobotHoldsItAndTheTaskGoesOnAfterwards() {
        Story story = Story.pickWithElbowFriction().until(10);

        List<String> behaviours = story.said(DecisionRecord.class).stream()
                .map(DecisionRecord::behaviour)
                .toList();
        assertEquals(List.of("pick_part", "slow_and_report", "hold_until_heard", "slow_and_report"), behaviours);
        assertTrue(story.said(GateRecord.class).stream().anyMatch(g -> g.verdict() == GateRecord.Verdict.HELD));
        assertTrue(story.said(FindingRecord.class).stream().anyMatch(f -> f.id().equals("stale") && !f.active()));
        assertEquals(
                GateRecord.Verdict.PASSED,
                story.said(GateRecord.class).getLast().verdict());
    }

    @Test
    void commandsReachTheHardwareOnlyInLiveModeThroughTheArmedGate() {
        Story story = new Story(ThreeJointArm.session(true, TwinMode.MIRROR))
                .at(0.2, mode(TwinMode.LIVE))
                .at(0.4, mode(TwinMode.SHADOW))
                .at(0.8, new KernelInput.GateArming("arm", true, "operator"))
                .at(1.0, mode(TwinMode.LIVE))
                .at(1.4, new KernelInput.GateArming("arm", false, "operator"))
                .until(1.8);

        List<ModeRecord> modes = story.said(ModeRecord.class);
        assertAll(
                () -> assertEquals(TwinMode.MIRROR, modes.get(1).mode()),
                () -> assertTrue(modes.get(1).reason().contains("not armed")),
                () -> assertEquals(TwinMode.SHADOW, modes.getLast().mode()));
        story.said(CommandRecord.class).forEach(c -> {
            boolean live = c.simNanos() >= 1_000_000_000L && c.simNanos() < 1_400_000_000L;
            assertEquals(
                    live ? CommandRecord.Target.HARDWARE : CommandRecord.Target.SHADOW_TWIN, c.target(), c.toString());
        });
        assertFalse(story.said(CommandRecord.class).isEmpty());
    }

    private static KernelInput mode(TwinMode mode) {
        return new KernelInput.ModeRequest("arm", mode, "operator");
    }

    @Test
    void stopHaltsTheRobotUntilItIsReleased() {
        Story story = new Story(ThreeJointArm.session(true, TwinMode.SIMULATED))
                .at(1.5, new KernelInput.OperatorStop("arm", true, "operator"))
                .at(2.5, new KernelInput.OperatorStop("arm", false, "operator"))
                .until(4);

        assertTrue(peakElbowSpeed(story, 1.9, 2.5) < 5e-3);
        assertTrue(peakElbowSpeed(story, 3, 4) > 0.1);
    }

    @Test
    void theGateTellsOfStopAndArmingWithinACycleEvenWhereItIsClosed() {
        Story story = new Story(ThreeJointArm.session(true, TwinMode.MIRROR))
                .at(0.5, new KernelInput.OperatorStop("arm", true, "operator"))
                .at(0.7, new KernelInput.GateArming("arm", true, "operator"))
                .at(0.9, new KernelInput.OperatorStop("arm", false, "operator"))
                .until(1.2);

        List<GateRecord> told = story.said(GateRecord.class);
        assertEquals(
                List.of(false, true, true, false),
                told.stream().map(GateRecord::stopped).toList());
        assertEquals(
                List.of(false, false, true, true),
                told.stream().map(GateRecord::armed).toList());
        assertEquals(500_000_000, told.get(1).simNanos(), 10_000_000);
    }

    @Test
    void aKernelRestoredAtAnyTickGoesOnToTheSameHash() {
        String expected = Story.pickWithElbowFriction().until(10).kernel().traceHash();
        Random random = new Random(42);
        for (int i = 0; i < 4; i++) {
            double at = Math.floor(random.nextDouble() * 9_900) / 1000;
            byte[] snapshot = Story.pickWithElbowFriction().until(at).kernel().snapshot();
            Story later = Story.pickWithElbowFriction();
            later.kernel().restore(snapshot);
            assertEquals(expected, later.until(10).kernel().traceHash(), "restored at " + at + " s");
        }
    }

    @Test
    void twoKernelsOfTheSameConfigurationSayTheSame() {
        assertEquals(
                Story.pickWithElbowFriction().until(3).kernel().traceHash(),
                Story.pickWithElbowFriction().until(3).kernel().traceHash());
    }

    @Test
    void aRobotBehindAWireCannotBeSimulated() {
        BadInputException error = assertThrows(
                BadInputException.class, () -> new TwinKernel(ThreeJointArm.session(false, TwinMode.SIMULATED)));
        assertTrue(error.getMessage().contains("behind a wire"));
    }

    @Test
    void anInputForAnUnknownRobotIsRefused() {
        TwinKernel kernel = new TwinKernel(ThreeJointArm.session(true, TwinMode.MIRROR));
        assertThrows(
                IllegalArgumentException.class,
                () -> kernel.tick(List.of(new KernelInput.OperatorStop("leg", true, "x")), r -> {}));
    }

    @Test
    void inputsThatEnterOneByOneGiveTheBitsOfThoseThatEnterTogether() {
        KernelInput stop = new KernelInput.OperatorStop("arm", true, "x");
        KernelInput arming = new KernelInput.GateArming("arm", true, "x");
        TwinKernel together = new TwinKernel(ThreeJointArm.session(true, TwinMode.SIMULATED));
        TwinKernel oneByOne = new TwinKernel(ThreeJointArm.session(true, TwinMode.SIMULATED));
        for (int tick = 0; tick < 500; tick++) {
            boolean eventful = tick == 300;
            together.tick(eventful ? List.of(arming, stop) : List.of(), record -> {});
            oneByOne.begin(record -> {});
            if (eventful) {
                oneByOne.take(arming);
                oneByOne.take(stop);
            }
            oneByOne.end();
        }
        assertEquals(together.traceHash(), oneByOne.traceHash());
    }

    @Test
    void aTickThatHasBegunIsEndedBeforeAnythingElse() {
        TwinKernel kernel = new TwinKernel(ThreeJointArm.session(true, TwinMode.MIRROR));
        assertThrows(IllegalStateException.class, kernel::end);
        kernel.begin(record -> {});
        assertThrows(IllegalStateException.class, kernel::snapshot);
        assertThrows(IllegalStateException.class, () -> kernel.begin(record -> {}));
        kernel.end();
        assertEquals(1, kernel.ticks());
    }

    @Test
    void whereTheRobotIsCanBeReadAsSoonAsItsFrameHasEntered() {
        TwinKernel kernel = new TwinKernel(ThreeJointArm.session(false, TwinMode.MIRROR));
        LiveState live = kernel.live("arm");
        double[] q = new double[live.names().size()];
        double[] v = new double[q.length];
        long[] times = new long[2];
        assertEquals(0, live.read(q, v, times));
        double[] told = new double[q.length];
        java.util.Arrays.fill(told, 0.25);
        kernel.begin(record -> {});
        kernel.take(new KernelInput.Telemetry(
                new JointStateFrame("arm", 5_000, 7_000, live.names(), told, new double[q.length], new double[0])));
        assertEquals(1, live.read(q, v, times));
        assertEquals(0.25, q[0], 1e-9);
        assertEquals(5_000, times[1]);
        kernel.end();
    }

    @Test
    void aFaultAtAJointThatIsNotThereIsToldAndTheSessionGoesOn() {
        Story story = new Story(ThreeJointArm.session(true, TwinMode.SIMULATED))
                .at(0.1, new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.FRICTION, "knee", 3, 0)))
                .until(0.3);
        assertTrue(story.said(NoticeRecord.class).stream()
                .anyMatch(notice -> notice.text().contains("'knee'")));
        assertEquals(List.of(), story.said(FaultRecord.class));
    }
}
