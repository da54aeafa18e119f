package io.sigmaprompt.scenarios.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.TestArm;
import io.sigmaprompt.scenarios.language.JointNamesFile;
import io.sigmaprompt.scenarios.language.Scenario;
import io.sigmaprompt.scenarios.language.ScenarioReader;
import io.sigmaprompt.scenarios.replay.JournalReplay;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.port.OutsideFailureException;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WireTroubleTest {
    private static final String WIRED = """
            scenario: wired
            duration: 600 ms
            robots:
              - name: arm
                model: arm.urdf
                hardware: test://arm
                hardware-options: OPTIONS
            """;
    private static final String FAULT = """
            timeline:
              - {at: 100 ms, fault: {kind: friction, joint: elbow_joint, factor: 2}}
            """;

    @TempDir
    private Path folder;

    private final List<OutputRecord> said = new ArrayList<>();
    private final List<RunResult> results = new ArrayList<>();

    @BeforeEach
    void writeRobot() throws IOException {
        TestArm.writeTo(folder);
        TestHardware.FAULTS.clear();
    }

    private ScenarioRun run(Scenario scenario, double speed, RunListener... more) {
        List<RunListener> listeners = new ArrayList<>(List.of(more));
        listeners.add(new RunListener() {
            @Override
            public void output(OutputRecord output) {
                said.add(output);
            }

            @Override
            public void finished(RunResult result) {
                results.add(result);
            }
        });
        RunOptions options = new RunOptions(speed, false, folder.resolve("run"), false);
        return new ScenarioRun(scenario, options, listeners, new SteppedClock(speed == 0 ? 0 : 70_000));
    }

    private ScenarioRun live(String text, String options) {
        return run(ScenarioReader.parse(folder.resolve("s.yaml"), text.replace("OPTIONS", options)), 1);
    }

    private ScenarioRun replay(Map<String, String> options) throws IOException {
        Path log = Files.writeString(folder.resolve("log.testlog"), "");
        return run(ScenarioReader.forReplay(log, folder.resolve("arm.urdf"), options, List.of()), 0);
    }

    @Test
    void aRobotThatIsLostAndNeverBackBreaksTheRunAndItsResultSaysSinceWhen() {
        ScenarioRun run = live(WIRED, "{lost: 0.2, seconds: 0.2}");
        OutsideFailureException e = assertThrows(OutsideFailureException.class, run::run);
        assertTrue(
                String.valueOf(e.getMessage())
                        .startsWith("robot 'arm': its wire was lost at 0.20 s and never came back"),
                e.getMessage());
        RunResult result = results.getFirst();
        assertEquals(Verdict.BROKEN, result.verdict());
        assertEquals(0.6, result.simSeconds());
        assertTrue(result.reason().contains("lost at 0.20 s"), result.reason());
        assertTrue(JournalReplay.replay(folder.resolve("run")).same());
    }

    @Test
    void aRobotThatIsLostAndBackIsAWarningWithHowLongItWasGone() {
        RunResult result = live(WIRED, "{lost: 0.2, back: 0.35}").run();
        assertEquals(Verdict.PASSED, result.verdict());
        assertEquals(List.of("the wire to robot 'arm' was lost at 0.20 s for 0.15 s: no answer"), result.warnings());
    }

    @Test
    void aRecordingUnderOtherNamesIsRefusedWithTheMappingFileThatMendsIt() throws IOException {
        ScenarioRun run =
                replay(Map.of("seconds", "20", "joints", "left_shoulder_joint left_elbow_joint left_rail_joint"));
        BadInputException e = assertThrows(BadInputException.class, run::run);
        String proposed = e.remedy().replaceFirst("^[^{]*", "");
        assertEquals(
                "{left_shoulder_joint: shoulder_joint, left_elbow_joint: elbow_joint, left_rail_joint: rail_joint}",
                proposed);

        Path names = Files.writeString(folder.resolve("names.yaml"), proposed);
        Files.move(folder.resolve("run"), folder.resolve("refused"));
        RunResult result = replay(Map.of(
                        "seconds",
                        "0.4",
                        "joints",
                        "left_shoulder_joint left_elbow_joint left_rail_joint",
                        JointNamesFile.OPTION,
                        names.toString()))
                .run();
        assertEquals(List.of(), result.warnings());
    }

    @Test
    void aRecordingOfAnotherRobotIsRefusedWithBothJointListsAsSoonAsItIsCertain() throws IOException {
        ScenarioRun run = replay(Map.of("seconds", "20", "joints", "panda_joint1 panda_joint2"));
        BadInputException e = assertThrows(BadInputException.class, run::run);
        assertEquals(
                "expected some of the model's driven joints [shoulder_joint, elbow_joint, rail_joint], "
                        + "found only the joints [panda_joint1, panda_joint2]",
                e.problem());
        assertTrue(results.getFirst().simSeconds() < 1.0, "found out after 100 frames of 8 ms");
    }

    @Test
    void aShortRecordingOfAnotherRobotIsRefusedAtItsEnd() throws IOException {
        ScenarioRun run = replay(Map.of("seconds", "0.2", "joints", "panda_joint1"));
        BadInputException e = assertThrows(BadInputException.class, run::run);
        assertTrue(e.problem().contains("found only the joints [panda_joint1]"), e.problem());
    }

    @Test
    void aRecordingThatHoldsNoJointStateIsRefused() throws IOException {
        ScenarioRun run = replay(Map.of("seconds", "0"));
        BadInputException e = assertThrows(BadInputException.class, run::run);
        assertEquals("expected joint states that can be read, found none", e.problem());
    }

    @Test
    void aLiveRobotWithOtherJointsRunsOnAndIsAWarning() {
        RunResult result = live(WIRED, "{joints: panda_joint1}").run();
        assertEquals(1, result.warnings().size());
        assertTrue(
                result.warnings().getFirst().contains("found only the joints [panda_joint1]"),
                result.warnings().getFirst());
    }

    @Test
    void aJointThatIsNeverToldOfIsANoticeAfterASecondAndAWarning() throws IOException {
        RunResult result = replay(Map.of("seconds", "1.5", "joints", "shoulder_joint elbow_joint wrist_bogus"))
                .run();
        NoticeRecord notice = said.stream()
                .filter(each -> each instanceof NoticeRecord n && n.text().contains("rail_joint"))
                .map(NoticeRecord.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(NoticeRecord.Level.WARNING, notice.level());
        assertEquals(1.01, notice.simNanos() / 1e9, 0.011);
        assertEquals(
                List.of("robot 'arm': its telemetry never told of rail_joint; until every driven joint is told of,"
                        + " nothing is compared. If it never will be, say so in the scenario: locked: [rail_joint]"),
                result.warnings());
    }

    @Test
    void aFaultForARobotThatTakesNoneIsRefusedAtTheStart() {
        ScenarioRun run = live(WIRED + FAULT, "{real: 'yes'}");
        BadInputException e = assertThrows(BadInputException.class, run::run);
        assertTrue(
                e.problem().contains("gives a fault to robot 'arm', but test://arm is not a simulated robot"),
                e.problem());
        assertEquals(0, results.getFirst().simSeconds());
    }

    @Test
    void aFaultThatSomebodyWantsForSuchARobotIsToldAndNeverRecorded() {
        ScenarioRun run = live(WIRED, "{real: 'yes'}");
        run.submit(new KernelInput.FaultInjection("arm", new Fault(Fault.Kind.FRICTION, "elbow_joint", 2, 0)));
        RunResult result = run.run();
        assertEquals(
                List.of("robot 'arm' is not simulated: it takes no faults, and was given none"), result.warnings());
        assertFalse(said.stream().anyMatch(FaultRecord.class::isInstance));
    }
}
