package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The bench measures both engines in the same state and holds both against the same laws; speed is nobody's promise. */
class BenchWorldCommandTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeScenes() throws IOException {
        Files.writeString(folder.resolve("box.xml"), """
                <mujoco model="box">
                  <option timestep="0.001"/>
                  <worldbody>
                    <geom type="plane" size="0 0 1"/>
                    <body name="box" pos="0 0 0.101"><freejoint/>
                      <geom type="box" size=".1 .1 .1" mass="2" friction="0.5"/></body>
                  </worldbody>
                </mujoco>
                """);
        Files.writeString(folder.resolve("pendulum.xml"), """
                <mujoco model="pendulum">
                  <option timestep="0.001" integrator="implicitfast"/>
                  <worldbody>
                    <body name="upper" pos="0 0 2"><joint name="shoulder" axis="0 1 0"/>
                      <geom type="capsule" fromto="0 0 0 0.4 0 0" size="0.04" mass="1" contype="0" conaffinity="0"/>
                      <body name="hand" pos="0.4 0 0">
                        <geom type="sphere" size="0.05" mass="0.2" contype="0" conaffinity="0"/></body></body>
                  </worldbody>
                  <actuator><motor name="drive" joint="shoulder" gear="5" ctrlrange="-1 1"/></actuator>
                </mujoco>
                """);
        Files.writeString(folder.resolve("robot.urdf"), "<robot name='r'><link name='l'/></robot>");
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void bothEnginesSettleAndAreHeldAgainstTheSameLaws() {
        Path file = folder.resolve("bench.json");
        Call call = bench("--quick", "--settle", "0.5", "--json", file.toString());
        assertEquals(0, call.code(), call.err());
        for (String column : List.of("scene", "contacts", "iter", "µs a step", "B/step", "residual", "x MuJoCo")) {
            assertTrue(call.out().contains(column), call.out());
        }
        assertTrue(call.err().contains("box: round 1 of 3"), call.err());
        JsonNode scenes = ReferenceStates.json(file).get("scenes");
        assertEquals(2, scenes.size(), "robot.urdf is no scene");
        JsonNode box = scenes.get(0);
        assertEquals("box", box.get("name").asString());
        JsonNode ours = box.get("ours");
        assertEquals(4, ours.get("contacts").asInt());
        assertEquals(0.1, ours.get("heightSettled").asDouble(), 1e-4);
        assertTrue(ours.get("residual").get("greatest").asDouble() < 1e-6, box::toString);
        assertTrue(ours.get("medianMicros").asDouble() > 0);
        if (box.has("mujoco")) {
            assertEquals(4, box.get("mujoco").get("contacts").asInt());
            assertTrue(box.get("timesAsFastAsMujoco").asDouble() > 0);
        } else {
            assertTrue(box.get("note").asString().contains("MuJoCo not measured"), box::toString);
        }
    }

    /** The controls are drawn on both sides; only where they are equal, step by step, do both arms end in one place. */
    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void randomControlsAreTheSameForBothEngines() {
        Call call = bench("--quick", "--scene", "pendulum", "--settle", "0.3", "--random-control", "0.5", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode scene = JsonMapper.shared().readTree(call.out()).get("scenes").get(0);
        assertEquals(0.5, scene.get("randomControl").asDouble());
        if (scene.has("mujoco")) {
            double ours = scene.get("ours").get("heightSettled").asDouble();
            double theirs = scene.get("mujoco").get("heightSettled").asDouble();
            assertEquals(theirs, ours, 1e-3, "both engines are of first order");
        }
    }

    @Test
    @Timeout(value = 240, unit = TimeUnit.SECONDS)
    void withoutNodeItSaysHowToGetThePeerAndGoesOn() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.sigmaprompt.headless.cli.Sigma",
                "bench",
                "world",
                "--scenes",
                folder.toString(),
                "--scene",
                "box",
                "--quick");
        builder.environment().put("PATH", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Path errors = folder.resolve("errors.txt");
        Process process = builder.redirectError(errors.toFile()).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> out);
        assertTrue(out.contains("box: MuJoCo not measured: node is not on the PATH"), out);
        assertTrue(out.contains("install Node and npm"), out);
        assertFalse(out.contains("x MuJoCo: so many times"), out);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--scene pendulun; expected one of box, pendulum, found 'pendulun' (did you mean 'pendulum'?)",
                "--rounds 0; --rounds: expected 1 to 1000, found 0",
                "--settle -1; --settle: expected 0 to 3600.0 seconds, found -1.0",
                "--settle NaN; --settle: expected 0 to 3600.0 seconds, found NaN",
                "--random-control -0.5; --random-control: expected a finite amplitude from 0, found -0.5",
                "bench.json; expected --json before 'bench.json'",
                "--json nowhere/bench.json; found no folder",
            })
    void wrongOptionsAreAnswered(String options, String complaint) {
        Call call = bench(options.split(" "));
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @Test
    void aFolderWithoutScenesIsAnswered() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Files.writeString(empty.resolve("notes.xml"), "<notes/>");
        Call call = Call.of("bench", "world", "--scenes", empty.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected a folder with MJCF scenes (.xml), found none"), call.err());
    }

    @Test
    void aSceneThatCannotBeReadIsToldAndTheOthersAreMeasured() throws Exception {
        Files.writeString(folder.resolve("broken.xml"), "<mujoco><worldbody><bodi/></worldbody></mujoco>");
        Call call = bench("--quick", "--no-peer", "--settle", "0.1");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("broken: ours not measured:"), call.out());
        assertTrue(call.out().lines().anyMatch(line -> line.startsWith("box  ")), call.out());
    }

    private Call bench(String... options) {
        String[] words = new String[options.length + 4];
        words[0] = "bench";
        words[1] = "world";
        words[2] = "--scenes";
        words[3] = folder.toString();
        System.arraycopy(options, 0, words, 4, options.length);
        return Call.of(words);
    }
}
