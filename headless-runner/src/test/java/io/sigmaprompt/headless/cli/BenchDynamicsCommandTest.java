package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.headless.dynamics.Kernel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The bench measures, says what it measured, and that nothing allocates; how long it took is nobody's promise. */
class BenchDynamicsCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeRobot() throws IOException {
        Files.writeString(folder.resolve("arm.urdf"), """
                <robot name="arm">
                  <link name="world">
                    <inertial><mass value="4"/>
                      <inertia ixx="0.3" ixy="0" ixz="0" iyy="0.2" iyz="0" izz="0.4"/></inertial>
                  </link>
                  <link name="upper">
                    <inertial><origin xyz="0.1 0 0.2"/><mass value="2.5"/>
                      <inertia ixx="0.1" ixy="0.01" ixz="0" iyy="0.2" iyz="0.02" izz="0.15"/></inertial>
                  </link>
                  <link name="plate">
                    <inertial><origin xyz="0 0.1 0"/><mass value="0.5"/>
                      <inertia ixx="0.01" ixy="0" ixz="0" iyy="0.02" iyz="0" izz="0.015"/></inertial>
                  </link>
                  <link name="lower">
                    <inertial><mass value="1.5"/>
                      <inertia ixx="0.1" ixy="0" ixz="0" iyy="0.1" iyz="0" izz="0.1"/></inertial>
                  </link>
                  <joint name="shoulder" type="continuous">
                    <parent link="world"/><child link="upper"/><axis xyz="0 0 1"/>
                  </joint>
                  <joint name="bolts" type="fixed">
                    <parent link="upper"/><child link="plate"/><origin xyz="0.1 0.2 0.3" rpy="0.3 0.2 0.1"/>
                  </joint>
                  <joint name="slide" type="prismatic">
                    <parent link="plate"/><child link="lower"/><origin xyz="0 0 0.4"/><axis xyz="1 0 0"/>
                    <limit lower="-1" upper="2" velocity="3" effort="150"/>
                  </joint>
                </robot>
                """);
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everyKernelAndAlgorithmIsMeasuredAndNothingAllocates() throws Exception {
        Path file = folder.resolve("bench.json");
        Call call = bench("--quick", "--algorithm", "rnea,crba-factor", "--floating", "yes", "--json", file.toString());
        assertEquals(0, call.code(), call.err());
        for (String column : List.of("algorithm", "kernel", "ns a call", "±", "B/call", "x generic", "x MuJoCo")) {
            assertTrue(call.out().contains(column), call.out());
        }
        assertTrue(call.out().contains("arm: 8 freedoms, root free, 20 states at random"), call.out());
        assertTrue(call.out().contains("-XX:+UseSerialGC"), call.out());
        assertTrue(call.err().contains("arm, round 1 of 1: rnea, generic"), call.err());
        JsonNode robot = ReferenceStates.json(file).get("robots").get(0);
        assertEquals("arm", robot.get("name").asString());
        assertEquals(2 * Kernel.values().length, robot.get("algorithms").size());
        for (JsonNode row : robot.get("algorithms")) {
            assertEquals(0, row.get("bytesPerCall").asDouble(), row::toString);
            assertTrue(row.get("medianNanos").asDouble() > 0, row::toString);
            assertTrue(
                    row.get("leastNanos").asDouble() <= row.get("greatestNanos").asDouble(), row::toString);
        }
        if (robot.has("mujoco")) {
            assertTrue(robot.get("mujoco").get("accelerationsDifferBy").asDouble() < 1e-6, robot::toString);
        } else {
            assertTrue(robot.get("mujocoMissing").asString().contains("np"), robot::toString);
        }
    }

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void withoutNodeItSaysSoAndGoesOn() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.sigmaprompt.headless.cli.Sigma",
                "bench",
                "dynamics",
                "--robots",
                folder.toString(),
                "--quick",
                "--algorithm",
                "crba",
                "--json");
        builder.environment().put("PATH", folder.toString());
        Path errors = folder.resolve("errors.txt");
        Process process = builder.redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> out);
        assertTrue(Files.readString(errors).contains("MuJoCo not measured: node is not on the PATH"), out);
        JsonNode robot = JsonMapper.shared().readTree(out).get("robots").get(0);
        assertEquals(Kernel.values().length, robot.get("algorithms").size());
        assertFalse(robot.has("mujoco"), out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--robot amr; expected one of arm, found 'amr' (did you mean 'arm'?)",
                "--algorithm rena; expected one of rnea, aba",
                "--rounds 0; --rounds: expected 1 to 100, found 0",
                "bench.json; expected --json before 'bench.json'",
                "--json nowhere/bench.json; found no folder",
                "--floating maybe; --floating",
            })
    void wrongOptionsAreAnswered(String options, String complaint) {
        Call call = bench(options.split(" "));
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @Test
    void aFolderWithoutRobotsIsAnswered() throws Exception {
        Files.delete(folder.resolve("arm.urdf"));
        Call call = bench();
        assertEquals(2, call.code());
        assertTrue(
                call.err().contains("expected a folder with robots (.urdf, .xacro, .xml, .sdf), found none"),
                call.err());
    }

    @Test
    void whatToMeasureMustBeSaid() {
        Call call = Call.of("bench");
        assertEquals(2, call.code());
        assertTrue(
                call.err().contains("expected dynamics, world, mirror, journal, plan, nab or cmapss, found nothing"),
                call.err());
        assertTrue(Call.of("bench", "--help").out().contains("  sigma bench dynamics --robots"));
    }

    private Call bench(String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "bench";
        words[1] = "dynamics";
        words[2] = "--robots";
        words[3] = folder.toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return Call.of(words);
    }
}
