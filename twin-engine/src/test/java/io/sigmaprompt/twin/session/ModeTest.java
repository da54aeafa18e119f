package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.LinkState;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.CommandRecord;
import io.sigmaprompt.twin.record.DivergenceRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.skill.Goal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModeTest {
    private static final GateSettings ARMED = new GateSettings(true, 0.02, 1, 12, 0.95, 250_000_000);

    private static KernelInput mode(TwinMode mode) {
        return new KernelInput.ModeRequest("arm", mode, "operator");
    }

    private static KernelInput silence(long nanos) {
        return new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, nanos));
    }

    private static Story story(boolean lockStep, TwinMode mode, GateSettings gate, MindSpec... minds) {
        return new Story(
                new SessionConfiguration("test", 7, List.of(ThreeJointArm.twin(lockStep, mode, List.of(minds), gate))));
    }

    private static List<TwinMode> modes(Story story) {
        return story.said(ModeRecord.class).stream().map(ModeRecord::mode).toList();
    }

    @Test
    void aSessionThatIsToBeginInShadowMirrorsUntilTheRobotHasSpoken() {
        Story story = story(true, TwinMode.SHADOW, GateSettings.DEFAULT).until(0.1);
        assertEquals(List.of(TwinMode.MIRROR, TwinMode.SHADOW), modes(story));
        ModeRecord first = story.said(ModeRecord.class).getFirst();
        assertTrue(first.reason().contains("SHADOW") && first.reason().contains("every joint"), first.reason());
    }

    @Test
    void aRobotThatNeverSpeaksIsNeverCommanded() {
        Story story = story(false, TwinMode.LIVE, ARMED, task()).until(1);
        assertEquals(List.of(TwinMode.MIRROR), modes(story));
        assertEquals(List.of(), story.said(CommandRecord.class));
    }

    @Test
    void askingForAnotherModeCallsOffTheOneThatWasWaitedFor() {
        Story story = story(true, TwinMode.SHADOW, GateSettings.DEFAULT)
                .at(0.001, mode(TwinMode.MIRROR))
                .until(0.5);
        assertEquals(List.of(TwinMode.MIRROR), modes(story));
    }

    @Test
    void aSessionCannotBeginLiveWithADisarmedGate() {
        BadInputException error =
                assertThrows(BadInputException.class, () -> story(true, TwinMode.LIVE, GateSettings.DEFAULT));
        assertTrue(error.getMessage().contains("disarmed"), error.getMessage());
    }

    @Test
    void commandsCannotBeginWhileTheRobotIsSilent() {
        Story story = story(true, TwinMode.MIRROR, ARMED, task())
                .at(0.5, silence(1_000_000_000))
                .at(1.0, mode(TwinMode.LIVE))
                .at(1.7, mode(TwinMode.LIVE))
                .until(1.8);
        assertEquals(List.of(TwinMode.MIRROR, TwinMode.MIRROR, TwinMode.LIVE), modes(story));
        assertTrue(story.said(ModeRecord.class).get(1).reason().contains("silent"));
    }

    @Test
    void whereNoMindWantsAnythingAnyMoreTheRobotIsBrakedNotDropped() {
        // Wants the task only while the robot is silent or was so a moment ago.
        MindSpec fickle = ThreeJointArm.tree("fickle", """
                <Sequence>
                  <FindingActive kind="stale" hold="1.3"/>
                  <Propose behaviour="pick_part" priority="10" path="pick"/>
                </Sequence>
                """);
        Story story = story(true, TwinMode.SIMULATED, GateSettings.DEFAULT, fickle)
                .at(0.5, silence(150_000_000))
                .at(3.5, silence(150_000_000))
                .until(5.5);
        List<CommandRecord> commands = story.said(CommandRecord.class);
        double fastest = commands.stream()
                .mapToDouble(c -> Math.abs(c.command().velocity()[2]))
                .max()
                .orElseThrow();
        assertTrue(fastest > 0.2, "it never moved faster than " + fastest);
        List<GateRecord> gates = story.said(GateRecord.class);
        assertTrue(gates.stream()
                .anyMatch(g ->
                        g.verdict() == GateRecord.Verdict.HELD && g.reason().equals("no mind wants anything")));
        CommandRecord previous = commands.getFirst();
        for (CommandRecord command : commands) {
            for (int i = 0; i < 3; i++) {
                double leap =
                        command.command().position()[i] - previous.command().position()[i];
                assertTrue(Math.abs(leap) < 0.03 + 1e-3, "a leap of " + leap + " at " + command.simNanos());
                double change =
                        command.command().velocity()[i] - previous.command().velocity()[i];
                assertTrue(Math.abs(change) < 0.12 + 1e-2, "a jolt of " + change + " at " + command.simNanos());
            }
            previous = command;
        }
        assertFalse(commands.stream().anyMatch(c -> c.simNanos() > 2_500_000_000L && c.simNanos() < 3_500_000_000L));
    }

    @Test
    void aRefusedMessageIsToldAtItsOwnTickAfterARestoreToo() {
        KernelInput refused = new KernelInput.RejectedTelemetry("arm", "joint_states", "is no JSON");
        Story story = story(true, TwinMode.MIRROR, GateSettings.DEFAULT)
                .at(0.153, refused)
                .until(0.152);
        byte[] snapshot = story.kernel().snapshot();
        story.until(0.2);
        NoticeRecord notice = story.said(NoticeRecord.class).getFirst();
        assertEquals(153_000_000, notice.simNanos());
        assertTrue(notice.text().contains("is no JSON"));

        Story later = story(true, TwinMode.MIRROR, GateSettings.DEFAULT).at(0.153, refused);
        later.kernel().restore(snapshot);
        assertEquals(story.kernel().traceHash(), later.until(0.2).kernel().traceHash());
    }

    private static MindSpec task() {
        return new MindSpec.Task("task", "pick_part", 10, new Goal.FollowPath(ThreeJointArm.PICK, 1));
    }

    @Test
    void aRobotThatWasStartedAnewIsFollowedAndPredictedAgain() {
        Story story = story(false, TwinMode.MIRROR, GateSettings.DEFAULT);
        speak(story, 0, 2_000);
        story.at(2.1, new KernelInput.Link("arm", LinkState.LOST, "it was switched off"));
        story.at(2.5, new KernelInput.Link("arm", LinkState.CONNECTED, "it is back"));
        speak(story, 2_500, 500);
        story.until(3);
        List<DivergenceRecord> divergences = story.said(DivergenceRecord.class);
        DivergenceRecord last = divergences.getLast();
        assertTrue(last.simNanos() > 2_900_000_000L, "last at " + last.simNanos());
        assertFalse(Double.isNaN(last.position()[0]));
        assertTrue(
                story.said(NoticeRecord.class).stream().anyMatch(n -> n.text().contains("began anew")));
    }

    /** A robot with a clock of its own is switched on and speaks for a while. */
    private static void speak(Story story, long onMillis, long millis) {
        SimulatedRobot robot = new SimulatedRobot(ThreeJointArm.body());
        for (long t = 1; t <= millis; t++) {
            robot.step();
            if (robot.telemetryDue()) {
                double seconds = (onMillis + t) / 1e3;
                story.at(seconds, new KernelInput.Telemetry(robot.reference(0)));
                story.at(seconds, new KernelInput.Telemetry(robot.jointState(0)));
            }
        }
    }
}
