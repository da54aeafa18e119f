package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a replay's words is said in one sentence that names the file which was meant. */
class ReplayInputTest {
    private static final String ROBOT = "library:industrial-arm";

    @TempDir
    private Path folder;

    private Path log() throws IOException {
        return Files.writeString(folder.resolve("arm.csv"), "time,elbow_joint.position\n0,0\n");
    }

    private static void assertBad(String said, String... words) {
        Call call = Call.of(words);
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(said), call.err());
    }

    @Test
    void aMisspeltFileIsAnsweredWithTheOneBesideIt() throws IOException {
        log();
        String near = folder.resolve("arm.csv").toString();
        assertBad(
                "Did you mean " + near + "?",
                "replay",
                folder.resolve("amr.csv").toString(),
                "--robot",
                ROBOT);
        Files.writeString(folder.resolve("robot.urdf"), "<robot name=\"r\"/>");
        assertBad(
                "Did you mean " + folder.resolve("robot.urdf") + "?",
                "replay",
                near,
                "--robot",
                folder.resolve("robot.urd").toString());
    }

    @Test
    void aFolderOfLogsIsAnsweredWithTheLogs() throws IOException {
        log();
        assertBad("the folder holds arm.csv", "replay", folder.toString(), "--robot", ROBOT);
        assertBad("the folder holds arm.csv", "calibrate", folder.toString(), "--robot", ROBOT);
    }

    @Test
    void aFolderWithTwoRobotsIsAnsweredWithBoth() throws IOException {
        String log = log().toString();
        Path robots = Files.createDirectory(folder.resolve("robots"));
        Files.writeString(robots.resolve("a.urdf"), "<robot name=\"a\"/>");
        Files.writeString(robots.resolve("b.urdf"), "<robot name=\"b\"/>");
        assertBad("found a.urdf, b.urdf", "replay", log, "--robot", robots.toString());
        Path none = Files.createDirectory(folder.resolve("meshes"));
        assertBad("ROBOT: expected a robot in the folder " + none, "replay", log, "--robot", none.toString());
        assertBad("found a.urdf, b.urdf", "calibrate", log, "--robot", robots.toString());
    }

    @Test
    void aRunOfWhatIsNoScenarioIsTurnedToTheRightCommand() throws IOException {
        String log = log().toString();
        assertBad("sigma replay " + log, "run", log);
        Path robot = Files.writeString(folder.resolve("a.urdf"), "<robot name=\"a\"/>");
        assertBad("sigma model " + robot, "run", robot.toString());
        assertBad("found the folder", "run", folder.toString());
    }

    @Test
    void aRunIsReplayedAsItWasAndCalibratedFromItsTrace() throws IOException {
        Path scenario = Files.writeString(folder.resolve("still.yaml"), """
                scenario: still
                duration: 500 ms
                robots:
                  - {name: arm, model: library:industrial-arm, hardware: simulated}
                """);
        Path run = folder.resolve("run");
        assertEquals(
                0, Call.of("run", scenario.toString(), "--out", run.toString()).code());
        assertBad("--robot", "replay", run.toString(), "--robot", ROBOT);
        assertBad("--speed", "replay", run.toString(), "--speed", "1");
        assertEquals(0, Call.of("replay", run.toString()).code());
        assertBad("trace.mcap: expected", "calibrate", run.toString(), "--robot", ROBOT);
    }

    @Test
    void jointsThatALogNeverTellsOfAreLockedAndTheOthersCompared() throws IOException {
        StringBuilder rows = new StringBuilder("time");
        String[] told = {"shoulder_pan_joint", "shoulder_lift_joint", "elbow_joint", "wrist_1_joint", "wrist_2_joint"};
        for (String joint : told) {
            rows.append(",%1$s.position,%1$s.velocity,%1$s.effort".formatted(joint));
        }
        for (int k = 0; k < 300; k++) {
            rows.append("\n").append(k * 0.01);
            for (int j = 0; j < told.length; j++) {
                double phase = 0.02 * k + j;
                rows.append(",%f,%f,%d".formatted(0.1 * Math.sin(phase), 0.2 * Math.cos(phase), j));
            }
        }
        Path log = Files.writeString(folder.resolve("five.csv"), rows.append("\n"));
        Path run = folder.resolve("mirrored");
        Call call = Call.of("replay", log.toString(), "--robot", ROBOT, "--out", run.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("locked where the robot starts, and not compared: wrist_3_joint"), call.out());
        assertTrue(call.out().lines().anyMatch(line -> line.matches(" +wrist_2_joint( +-?[0-9.]+){4}")), call.out());
        assertEquals(0, Call.of("replay", run.toString()).code(), "its journal gives the same bits");
    }

    @Test
    void whatIsOfRunsAloneIsRefusedForLogs() throws IOException {
        String log = log().toString();
        assertBad("--until", "replay", log, "--robot", ROBOT, "--until", "5");
        assertBad("--verify", "replay", log, "--robot", ROBOT, "--verify");
    }
}
