package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SigmaTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"demo", "run", "suite", "model", "dynamics", "bench", "ik", "replay", "virtual-robot", "version"
            })
    void everyCommandsHelpShowsExamples(String command) {
        Call call = Call.of(command, "--help");
        assertEquals(0, call.code());
        assertTrue(call.out().contains("Examples:"), call.out());
        assertTrue(call.out().contains("  sigma " + command), call.out());
    }

    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        Call call = Call.of("--help");
        assertEquals(0, call.code());
        for (String command : new String[] {
            "demo", "run", "suite", "model", "dynamics", "bench", "ik", "replay", "virtual-robot", "version"
        }) {
            assertTrue(call.out().contains("  " + command + " "), command);
        }
        assertTrue(call.out().contains("Exit codes: 0 passed"));
    }

    @ParameterizedTest
    @CsvSource({
        "rnu, Did you mean run?",
        "modle, Did you mean model?",
        "wrkbench, Did you mean workbench?",
        "--jsno, Did you mean --json?",
    })
    void aMisspeltCommandOrOptionIsAnsweredWithTheNearestName(String written, String answer) {
        Call call = Call.of(written);
        assertEquals(2, call.code());
        assertTrue(call.err().startsWith("error: "), call.err());
        assertTrue(call.err().contains(answer), call.err());
        assertFalse(call.err().contains("\tat "), "no stack trace");
    }

    @Test
    void aMisspeltOptionOfACommandIsAnsweredWithThatCommandsOptions() {
        Call call = Call.of("run", "cell.yaml", "--lockstep");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("Did you mean --lock-step?"), call.err());
        assertTrue(call.err().contains("Try: sigma run --help"), call.err());
    }

    @Test
    void noCommandIsBadUsage() {
        Call call = Call.of();
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected one, found none"), call.err());
    }

    @Test
    void aMissingFileIsOneLineThatNamesItAndAnExitCodeOfTwo() {
        Call call = Call.of("model", folder.resolve("none.urdf").toString());
        assertEquals(2, call.code());
        assertEquals(1, call.err().lines().count(), call.err());
        assertTrue(call.err().startsWith("error: "), call.err());
        assertTrue(call.err().contains("none.urdf"), call.err());
    }

    @Test
    void badInputWithJsonIsStillOneObject() {
        Call call = Call.of("model", folder.resolve("none.urdf").toString(), "--json");
        assertEquals(2, call.code());
        JsonNode object = call.object();
        assertEquals("ERROR", object.get("verdict").asString());
        assertEquals(2, object.get("exitCode").asInt());
        assertTrue(object.get("error").asString().contains("none.urdf"));
    }

    @Test
    void badUsageWithJsonIsStillOneObject() {
        Call call = Call.of("run", "--json");
        assertEquals(2, call.code());
        assertEquals(2, call.object().get("exitCode").asInt());
    }

    @Test
    void aLogWithoutItsRobotIsBadInput() throws Exception {
        Path log = Files.createFile(folder.resolve("log.csv"));
        Call call = Call.of("replay", log.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("Add --robot"), call.err());
    }

    @Test
    void aLogThatHoldsNothingOfTheRobotIsBadInput() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), "time,knee.position\n0,1\n0.01,1\n");
        Call call = Call.of(
                "replay",
                log.toString(),
                "--robot",
                robot().toString(),
                "--out",
                folder.resolve("run").toString());
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains("log.csv: expected some of the model's driven joints"), call.err());
        assertTrue(call.err().contains("found only the joints [knee]"), call.err());
    }

    @Test
    void aMisspeltLibraryIsAnsweredWithWhatItHolds() {
        Call call = Call.of("run", "libary:first-light");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("Did you mean library:first-light?"), call.err());
    }

    @Test
    void aPortThatCannotBeIsBadInput() {
        Call call = Call.of("virtual-robot", "--robot", "arm.urdf", "--port", "70000");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("--port: expected 0 to 65535, found 70000"), call.err());
    }

    @Test
    void versionIsOneObjectWithJson() {
        Call call = Call.of("version", "--json");
        assertEquals(0, call.code());
        assertTrue(call.object().has("version"));
        assertTrue(call.object().get("java").asString().contains("25")
                || Runtime.version().feature() > 25);
    }

    @Test
    void thereAreNoColoursOffATerminal() throws Exception {
        Call call = Call.of("model", robot().toString());
        assertEquals(0, call.code(), call.err());
        assertFalse(call.out().contains("\u001b"), call.out());
    }

    @Test
    void noColorInTheEnvironmentTakesTheColoursFromATerminal() throws Exception {
        String robot = robot().toString();
        Surroundings coloured = new Surroundings(Map.of("COLORTERM", "truecolor"), true, true, 100);
        assertTrue(Call.in(coloured, "model", robot).out().contains("\u001b["));
        Surroundings refused = new Surroundings(Map.of("NO_COLOR", "1", "COLORTERM", "truecolor"), true, true, 100);
        assertFalse(Call.in(refused, "model", robot).out().contains("\u001b["));
        assertFalse(Call.in(coloured, "model", robot, "--no-color").out().contains("\u001b["));
    }

    @Test
    void aModelIsShownAsATreeWithLimitsMassesAndTotals() throws Exception {
        Call call = Call.of("model", robot().toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("└─ upper"), call.out());
        assertTrue(call.out().contains("shoulder, revolute [-1, 2] rad, 3 rad/s, 150 N·m"), call.out());
        assertTrue(call.out().contains("2 links, 1 joint, 1 degree of freedom, 5.5 kg"), call.out());
        assertTrue(call.out().contains("1 moving body of 2.5 kg, reach at most 0 m"), call.out());
        assertTrue(call.out().matches("(?s).*compiled kernel, model [0-9a-f]{64}\\R.*"), call.out());
    }

    @Test
    void aModelWithJsonIsOneObject() throws Exception {
        JsonNode object = Call.of("model", robot().toString(), "--json").object();
        assertEquals("arm", object.get("name").asString());
        assertEquals(5.5, object.get("totalMass").asDouble());
        assertEquals(2, object.get("joints").get(0).get("upper").asDouble());
        assertEquals(1, object.get("movingBodies").asInt());
        assertEquals(2.5, object.get("movingMass").asDouble());
        assertEquals("compiled", object.get("kernel").asString());
        assertEquals(64, object.get("modelHash").asString().length());
    }

    @Test
    void brokenXmlIsAnsweredWithFileAndLine() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.urdf"), "<robot name='a'>\n  <link name='x'>\n</robot>\n");
        Call call = Call.of("model", file.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().matches("(?s)error: .*broken\\.urdf:3:\\d+: .*"), call.err());
    }

    private Path robot() throws Exception {
        return Files.writeString(folder.resolve("arm.urdf"), """
                <robot name="arm">
                  <link name="base">
                    <inertial><mass value="3"/><inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial>
                  </link>
                  <link name="upper">
                    <inertial><mass value="2.5"/><inertia ixx="1" ixy="0" ixz="0" iyy="1" iyz="0" izz="1"/></inertial>
                  </link>
                  <joint name="shoulder" type="revolute">
                    <parent link="base"/><child link="upper"/><axis xyz="0 0 1"/>
                    <limit lower="-1" upper="2" velocity="3" effort="150"/>
                  </joint>
                </robot>
                """);
    }
}
