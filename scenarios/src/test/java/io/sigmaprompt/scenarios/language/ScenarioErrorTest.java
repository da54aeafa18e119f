package io.sigmaprompt.scenarios.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.scenarios.TestArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioErrorTest {
    private static final String HEAD = """
            scenario: broken
            duration: 4 s
            robots:
              - name: arm
                model: arm.urdf
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeRobot() throws IOException {
        TestArm.writeTo(folder);
        file = folder.resolve("s.yaml");
    }

    private BadInputException complaintAbout(String text) {
        return assertThrows(BadInputException.class, () -> ScenarioReader.parse(file, text));
    }

    private void assertComplaint(String text, int line, int column, String problem, String remedy) {
        BadInputException e = complaintAbout(text);
        assertEquals(problem + " | " + remedy, e.problem() + " | " + e.remedy());
        assertEquals(file + ":" + line + ":" + column, e.place());
    }

    @Test
    void aMisspeltKeyIsAnsweredWithTheOneThatWasMeant() {
        assertComplaint(
                HEAD.replace("duration", "durration"),
                2,
                1,
                "found the key 'durration', which is not known here",
                "Did you mean 'duration'?");
    }

    @Test
    void aMisspeltKeyDeepInARobotIsAnswered() {
        assertComplaint(
                HEAD + "    gate: {armed: true, watchdogg: 1 s}\n",
                6,
                25,
                "found the key 'watchdogg', which is not known here",
                "Did you mean 'watchdog'?");
    }

    @Test
    void aKeyThatIsNowhereNearIsAnsweredWithAllKnownKeys() {
        BadInputException e = complaintAbout(HEAD + "colour: red\n");
        assertEquals(
                "Known keys are scenario, description, seed, duration, robots, alarms, alarm-rules, timeline, expect.",
                e.remedy());
    }

    @Test
    void severalMistakesAreToldAsTheFirstAndHowManyMore() {
        BadInputException e = complaintAbout(HEAD.replace("duration", "durration") + "expcet: []\nseeed: 1\n");
        assertEquals(file + ":2:1", e.place());
        assertEquals("Did you mean 'duration'? (and 2 more, the next at line 6)", e.remedy());
    }

    @Test
    void mistakesThatOnlyTheModelShowsAreCountedToo() {
        BadInputException e =
                complaintAbout(HEAD + "    start: {elbow: 1, shoulder: 2}\ntimeline:\n  - {at: 1 kg, arm: true}\n");
        assertEquals(file + ":6:20", e.place());
        assertTrue(e.remedy().endsWith("(and 2 more, the next at line 6)"), e.remedy());
    }

    @Test
    void aTimeThatNoSessionLastsIsRefused() {
        assertComplaint(
                HEAD.replace("4 s", "1e300 s"),
                2,
                11,
                "expected a time of at most 1000000 s, found '1e300 s'",
                "Change the number or its unit; no session lasts that long.");
        ScenarioReader.parse(file, HEAD.replace("4 s", "1000000 s"));
        complaintAbout(HEAD.replace("4 s", "1000001"));
    }

    @Test
    void aMissingKeyIsNamed() {
        assertComplaint(
                "scenario: s\nduration: 1 s\n",
                1,
                1,
                "expected the key 'robots', found none",
                "Add it: The robots, each with its twin.");
    }

    @Test
    void aMissingDurationIsNamedUnlessALogEndsTheSession() {
        assertComplaint(
                HEAD.replace("duration: 4 s\n", ""),
                1,
                1,
                "expected the key 'duration', found none",
                "Add 'duration: 24 s'; only a session with a recorded log ends by itself.");
    }

    @Test
    void aWrongTypeIsToldInWords() {
        assertComplaint(
                HEAD + "timeline: soon\n", 6, 11, "expected a list, found 'soon'", "Here belongs: What happens when.");
    }

    @Test
    void aWrongWordIsAnsweredWithTheNearestChoice() {
        assertComplaint(
                HEAD + "    mode: MIROR\n",
                6,
                11,
                "expected one of SIMULATED, MIRROR, SHADOW, LIVE, found 'MIROR'",
                "Did you mean 'MIRROR'?");
    }

    @Test
    void aWrongDimensionNamesTheUnitsThatFit() {
        assertComplaint(
                HEAD.replace("4 s", "4 kg"),
                2,
                11,
                "expected a time such as '1.5 s', found '4 kg', which is a mass",
                "Write it in s, ms, us, µs, ns, min, h (one of these).");
    }

    @Test
    void anUnknownUnitIsAnswered() {
        assertComplaint(
                HEAD.replace("4 s", "4 sce"),
                2,
                11,
                "expected a time such as '1.5 s', found the unit 'sce', which is not known",
                "Units of a time are s, ms, us, µs, ns, min, h.");
    }

    @Test
    void aSlidingJointMovesInMetres() {
        assertComplaint(
                HEAD + "    start: {rail_joint: 10 deg}\n",
                6,
                25,
                "expected a length such as '20 mm', found '10 deg', which is an angle",
                "Write it in m, mm, cm, km (one of these).");
    }

    @Test
    void aNegativeDurationIsRefused() {
        assertComplaint(
                HEAD.replace("4 s", "-4 s"), 2, 11, "expected a value above zero, found '-4 s'", "Change the number.");
    }

    @Test
    void anUnknownJointIsAnsweredWithTheModelsNearest() {
        assertComplaint(
                HEAD + "    start: {elbow_jiont: 10 deg}\n",
                6,
                26,
                "robot 'arm' has no joint 'elbow_jiont'",
                "Did you mean 'elbow_joint'?");
    }

    @Test
    void aStartOutsideTheJointsLimitsIsRefused() {
        assertComplaint(
                HEAD + "    start: {elbow_joint: 3 rad}\n",
                6,
                26,
                "joint 'elbow_joint' moves from -2.5 to 2.5 rad, found 3.0 rad",
                "Choose a position within its limits.");
    }

    @Test
    void anUnknownPathIsAnswered() {
        assertComplaint(HEAD + """
                    paths:
                      pick: {joints: [elbow_joint], waypoints: [[0], [1]], leg: 1 s}
                    minds:
                      - {task: work, priority: 1, follow: pik}
                """, 9, 43, "robot 'arm' has no path 'pik'", "Did you mean 'pick'?");
    }

    @Test
    void aWaypointNeedsOnePositionForEachJoint() {
        assertComplaint(
                HEAD + "    paths:\n      pick: {joints: [elbow_joint], waypoints: [[0, 1]], leg: 1 s}\n",
                7,
                49,
                "expected 1 positions, one for each joint of the path, found 2",
                "Give each of the path's joints one position.");
    }

    @Test
    void anEventNeedsExactlyOneAction() {
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s}\n",
                7,
                5,
                "expected exactly one of mode, arm, stop, acknowledge, shelve, unshelve, service, reset, normal, fault, found"
                        + " none",
                "Add the one that is meant.");
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s, arm: true, mode: LIVE}\n",
                7,
                5,
                "expected exactly one of mode, arm, stop, acknowledge, shelve, unshelve, service, reset, normal, fault, found mode"
                        + " and arm",
                "Keep one of them, and give the others their own entry.");
    }

    @Test
    void aFaultThatBreaksAJointNeedsOne() {
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s, fault: {kind: friction, factor: 3}}\n",
                7,
                22,
                "a fault of kind friction needs the key 'joint', found none",
                "Say where: its joints are shoulder_joint, elbow_joint, rail_joint.");
    }

    @Test
    void aTelemetryGapNeedsALengthAndNoJoint() {
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s, fault: {kind: telemetry-gap}}\n",
                7,
                22,
                "a telemetry-gap needs the key 'for', found none",
                "Say how long, as 'for: 400 ms'.");
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s, fault: {kind: telemetry-gap, for: 1 s, joint: elbow_joint}}\n",
                7,
                54,
                "a telemetry-gap concerns the whole robot, found the key 'joint'",
                "Leave 'joint' out.");
    }

    @Test
    void aNormalBehaviourThatIsNotThereIsAnswered() {
        assertComplaint(
                HEAD + "timeline:\n  - {at: 0, normal: nowhere.bin}\n",
                7,
                21,
                "expected a file with a robot's normal behaviour, but " + folder.resolve("nowhere.bin")
                        + " cannot be read",
                "A run writes one into its folder as it ends: normal-ROBOT.bin.");
    }

    @Test
    void anUnknownFindingKindIsAnswered() {
        assertComplaint(
                HEAD + "expect:\n  - finding: {kind: residul}\n",
                7,
                21,
                "expected one of stale, gap, jitter, limit, rate, flat-line, stuck, spike, shift, periodicity,"
                        + " novelty, residual, contact, payload, found 'residul'",
                "Did you mean 'residual'?");
    }

    private static final String DOG = """
            scenario: broken
            duration: 4 s
            robots:
              - name: dog
                model: library:quadruped
                base: floating
            """;

    @Test
    void misspeltFeetAreAnswered() {
        assertComplaint(
                DOG + "    feet: [FL_calf, FR_claf]\n",
                7,
                21,
                "robot 'dog' has no link 'FR_claf'",
                "Did you mean 'FR_calf'?");
        assertComplaint(
                DOG + "    feet: [FL_calf_joint]\n",
                7,
                12,
                "robot 'dog' has no link 'FL_calf_joint'; that is a joint",
                "Links that may be feet are FL_calf, FR_calf, RL_calf, RR_calf.");
    }

    @Test
    void lockedJointsAreSomeOfTheRobots() {
        assertComplaint(
                DOG + "    locked: [FL_calf_jiont]\n",
                7,
                14,
                "robot 'dog' has no joint 'FL_calf_jiont'",
                "Did you mean 'FL_calf_joint'?");
    }

    @Test
    void theBaseIsNoFootAndAFixedRobotHasNone() {
        assertComplaint(
                DOG + "    feet: [base_link]\n",
                7,
                12,
                "expected a link that joints move, but 'base_link' is part of the base of robot 'dog'",
                "Links that may be feet are FL_calf, FR_calf, RL_calf, RR_calf.");
        assertComplaint(
                DOG.replace("floating", "fixed") + "    feet: [FL_calf]\n",
                7,
                11,
                "expected no feet, for the base of robot 'dog' is fixed",
                "Set base: floating if it walks, or leave feet out.");
    }

    @Test
    void feetThatAreNamedAreTheTwins() {
        assertEquals(
                List.of("FL_calf", "FR_calf"),
                ScenarioReader.parse(file, DOG + "    feet: [FL_calf, FR_calf]\n")
                        .session()
                        .twins()
                        .getFirst()
                        .feet());
    }

    @Test
    void alarmsOfPushesAndLoadsAreNamedAfterLinks() {
        ScenarioReader.parse(file, DOG + "timeline:\n  - {at: 1 s, acknowledge: contact/FL_calf}\n");
        ScenarioReader.parse(file, DOG + "alarms:\n  findings:\n    payload: none\n");
        assertComplaint(
                DOG + "timeline:\n  - {at: 1 s, acknowledge: contact/FL_claf}\n",
                8,
                28,
                "there can be no alarm 'contact/FL_claf'",
                "Did you mean 'contact/FL_calf'?");
    }

    @Test
    void anAlarmThatNobodyCanRaiseIsAnswered() {
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s, acknowledge: residual/elbow}\n",
                7,
                28,
                "there can be no alarm 'residual/elbow'",
                "Did you mean 'residual/elbow_joint'?");
    }

    @Test
    void aBehaviourThatNoMindProposesIsAnswered() {
        assertComplaint(
                HEAD + "    minds:\n      - {task: pick_part, priority: 1}\nexpect:\n  - decision: pick_prat\n",
                9,
                15,
                "no mind proposes the behaviour 'pick_prat'",
                "Did you mean 'pick_part'?");
    }

    @Test
    void anUnknownSignalIsAnswered() {
        assertComplaint(
                HEAD + "expect:\n  - always: {signal: robot.velocty.elbow_joint, below: 1}\n",
                7,
                22,
                "there is no signal 'robot.velocty.elbow_joint'",
                "Did you mean 'robot.velocity.JOINT'?");
    }

    @Test
    void aSignalNeedsABoundInItsOwnUnit() {
        assertComplaint(
                HEAD + "expect:\n  - always: {signal: robot.velocity.elbow_joint}\n",
                7,
                22,
                "expected a bound for the signal, found none",
                "Add 'above: …' or 'below: …'.");
        assertComplaint(
                HEAD + "expect:\n  - always: {signal: robot.velocity.elbow_joint, below: 1 rad}\n",
                7,
                57,
                "expected an angular velocity such as '0.5 rad/s', found '1 rad', which is an angle",
                "Write it in rad/s, deg/s, mrad/s (one of these).");
    }

    @Test
    void aBoundWithoutASignalIsRefused() {
        assertComplaint(
                HEAD + "expect:\n  - {finding: {kind: stale}, below: 1}\n",
                7,
                30,
                "found 'below' without 'signal'",
                "Add 'signal', or leave 'below' out.");
    }

    @Test
    void anUnknownRobotInTheTimelineIsAnswered() {
        assertComplaint(
                HEAD + "timeline:\n  - {at: 1 s, robot: amr, arm: true}\n",
                7,
                22,
                "there is no robot 'amr'",
                "Did you mean 'arm'?");
    }

    @Test
    void amongSeveralRobotsAnEventNamesOne() {
        assertComplaint(
                HEAD + "  - name: brm\n    model: arm.urdf\ntimeline:\n  - {at: 1 s, arm: true}\n",
                9,
                5,
                "there are 2 robots, and none is named",
                "Add 'robot: NAME', one of arm, brm.");
    }

    @Test
    void twoRobotsOfOneNameAreRefused() {
        assertComplaint(
                HEAD + "  - name: arm\n    model: arm.urdf\n",
                6,
                11,
                "two robots are called 'arm'",
                "Give one of them another name.");
    }

    @Test
    void aMissingModelIsNamedWithWhereItWasLookedFor() {
        BadInputException e = complaintAbout(HEAD.replace("arm.urdf", "leg.urdf"));
        assertEquals(file + ":5:12", e.place());
        assertEquals("there is no file " + folder.resolve("leg.urdf"), e.problem());
    }

    @Test
    void hardwareThatIsNeitherAWordNorAnAddressNorAFileIsAnswered() {
        BadInputException e = complaintAbout(HEAD + "    hardware: vitual\n");
        assertEquals(file + ":6:15", e.place());
        assertEquals("Did you mean 'virtual'?", e.remedy());
    }

    @Test
    void aKeyTwiceIsRefused() {
        BadInputException e = complaintAbout(HEAD + "duration: 5 s\n");
        assertTrue(e.place().startsWith(file + ":6:"), e.place());
        assertTrue(e.problem().contains("duration"), e.problem());
    }

    @Test
    void brokenYamlIsToldWithItsPlace() {
        BadInputException e = complaintAbout("scenario: s\nrobots: [\n  - {name: arm\n");
        assertTrue(e.place().startsWith(file + ":"), e.place());
        assertTrue(e.problem().startsWith("expected YAML, found: "), e.problem());
    }

    @Test
    void anEmptyFileIsRefused() {
        assertComplaint("", 1, 1, "expected a scenario, found an empty file", "Begin it with 'scenario: NAME'.");
    }

    @Test
    void aListInsteadOfAScenarioIsRefused() {
        BadInputException e = complaintAbout("- 1\n- 2\n");
        assertEquals("expected keys with values, found a list of 2", e.problem());
    }

    @Test
    void aMissingFileIsNamed() {
        BadInputException e =
                assertThrows(BadInputException.class, () -> ScenarioReader.read(folder.resolve("nowhere.yaml")));
        assertEquals("there is no such file", e.problem());
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(file, new byte[] {(byte) 0xc3, 0x28, (byte) 0xff});
        BadInputException e = assertThrows(BadInputException.class, () -> ScenarioReader.read(file));
        assertEquals("expected text in UTF-8, found other bytes", e.problem());
    }

    @Test
    void aBrokenModelIsToldWithTheModelsOwnPlace() throws IOException {
        Files.writeString(folder.resolve("arm.urdf"), "<robot name='x'><link name='a'></robot>");
        BadInputException e = complaintAbout(HEAD);
        assertTrue(e.place().contains("arm.urdf:1"), e.place());
    }
}
