package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class SimulateCommandTest {
    @TempDir
    Path folder;

    private Path trajectory;

    @BeforeEach
    void writeScenes() throws IOException {
        trajectory = folder.resolve("trajectory.json");
        Files.writeString(folder.resolve("box.xml"), """
                <mujoco model="box">
                  <option timestep="0.001"/>
                  <worldbody>
                    <geom name="floor" type="plane" size="0 0 1"/>
                    <body name="box" pos="0 0 0.15"><freejoint name="box"/>
                      <geom type="box" size=".1 .1 .1" mass="2"/></body>
                  </worldbody>
                  <keyframe><key name="thrown" qpos="0 0 1 1 0 0 0" qvel="1 2 3 0 0 4"/>
                    <key name="low" qpos="0 0 0.1 1 0 0 0"/></keyframe>
                </mujoco>
                """);
        Files.writeString(folder.resolve("arm.xml"), """
                <mujoco model="arm">
                  <option timestep="0.002" gravity="0 0 0"/>
                  <worldbody>
                    <body name="upper"><joint name="shoulder" axis="0 0 1" damping="2"/>
                      <geom type="capsule" fromto="0 0 0 0.4 0 0" size="0.04" mass="1"/></body>
                  </worldbody>
                  <actuator><position name="servo" joint="shoulder" kp="50"/></actuator>
                </mujoco>
                """);
        Files.writeString(folder.resolve("crate.urdf"), """
                <robot name="crate"><link name="hull">
                  <inertial><mass value="1"/>
                    <inertia ixx="0.01" ixy="0" ixz="0" iyy="0.01" iyz="0" izz="0.01"/></inertial>
                  <collision><geometry><box size="0.2 0.2 0.2"/></geometry></collision>
                </link></robot>
                """);
    }

    private Call simulate(String scene, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "simulate";
        words[1] = folder.resolve(scene).toString();
        System.arraycopy(options, 0, words, 2, options.length);
        return Call.of(words);
    }

    private JsonNode written(String scene, String... options) {
        String[] words = new String[options.length + 2];
        System.arraycopy(options, 0, words, 0, options.length);
        words[options.length] = "--out";
        words[options.length + 1] = trajectory.toString();
        Call call = simulate(scene, words);
        assertEquals(0, call.code(), call.err());
        return ReferenceStates.json(trajectory);
    }

    private static double[] numbers(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToDouble(i -> array.get(i).asDouble())
                .toArray();
    }

    @Test
    void whereNoSceneIsNamedSaysWhatOneIs() {
        Call call = Call.of("simulate");
        assertEquals(2, call.code());
        assertTrue(
                call.err().startsWith("error: SCENE: expected one, found none. Name an MJCF scene, an SDF world,"),
                call::err);
        assertTrue(call.err().contains("library:NAME"), call::err);
    }

    @Test
    void ofAFolderOfScenesNamesSomeOfThem() {
        Call call = Call.of("simulate", folder.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("Name one of the files inside it: arm.xml, box.xml, crate.urdf"), call::err);
    }

    @Test
    void aBoxFallsLandsAndLies() {
        JsonNode root = written("box.xml", "--keyframe", "none", "--duration", "1");
        JsonNode samples = root.get("samples");
        assertEquals(101, samples.size());
        for (int k = 0; k <= 100; k++) {
            assertEquals(k / 100.0, samples.get(k).get("t").asDouble());
        }
        JsonNode first = samples.get(0);
        assertArrayEquals(new double[] {0, 0, 0.15, 1, 0, 0, 0}, numbers(first.get("qpos")));
        assertEquals(0, first.get("ncon").asInt());
        assertEquals(2 * 9.81 * 0.15, first.get("energy").get(0).asDouble(), 1e-12);
        JsonNode falling = samples.get(5);
        assertEquals(-9.81 * 0.05, falling.get("qvel").get(2).asDouble(), 1e-12);
        JsonNode last = samples.get(100);
        assertEquals(0.1, last.get("xpos").get(0).get(2).asDouble(), 1e-4);
        assertEquals(4, last.get("ncon").asInt());
        double weight = 0;
        for (JsonNode contact : last.get("contacts")) {
            assertEquals("[\"world\",\"box\"]", contact.get("bodies").toString());
            assertArrayEquals(new double[] {0, 0, 1}, numbers(contact.get("normal")), 1e-12);
            weight += contact.get("force").get(2).asDouble();
        }
        assertEquals(2 * 9.81, weight, 1e-6);
        assertTrue(last.get("residual").get("greatest").asDouble() < 1e-6, last::toString);
        JsonNode summary = root.get("summary");
        assertTrue(summary.get("settled").asBoolean());
        assertEquals(0, summary.get("overlapAtStart").asDouble());
        assertEquals(64, root.get("traceHash").asString().length());
    }

    @Test
    void itStartsFromTheFirstKeyframeAndSaysSo() {
        Call call = simulate("box.xml", "--duration", "0.1", "--out", trajectory.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.err().contains("Starts from keyframe 'thrown'; --keyframe none"), call.err());
        JsonNode root = ReferenceStates.json(trajectory);
        assertEquals("from keyframe thrown", root.get("note").asString());
        JsonNode first = root.get("samples").get(0);
        assertArrayEquals(new double[] {1, 2, 3, 0, 0, 4}, numbers(first.get("qvel")));
        JsonNode last = root.get("samples").get(10);
        assertEquals(0.1, last.get("qpos").get(0).asDouble(), 1e-9);
        assertEquals(1 + 0.3 - 0.5 * 9.81 * 0.01, last.get("qpos").get(2).asDouble(), 1e-9, "its parabola");
        assertArrayEquals(
                new double[] {Math.cos(0.2), 0, 0, Math.sin(0.2)},
                numbers(last.get("xquat_wxyz").get(0)),
                1e-9,
                "4 rad/s about z");
        assertEquals(
                0.1,
                written("box.xml", "--keyframe", "low", "--duration", "0.1")
                        .get("samples")
                        .get(0)
                        .get("qpos")
                        .get(2)
                        .asDouble());
    }

    @Test
    void anActuatorDoesWhatItIsTold() {
        JsonNode samples =
                written("arm.xml", "--control", "servo=0.5", "--duration", "3").get("samples");
        assertEquals(0, samples.get(0).get("qpos").get(0).asDouble());
        assertEquals(0.5, samples.get(300).get("qpos").get(0).asDouble(), 1e-3);
    }

    @Test
    void aRobotIsFreedAndFallsOnAFloor() {
        JsonNode root = written("crate.urdf", "--base-height", "0.3", "--floor", "--duration", "1");
        assertEquals("free", root.get("joints").get(0).get("type").asString());
        assertEquals(0.3, root.get("samples").get(0).get("qpos").get(2).asDouble());
        assertEquals(0.1, root.get("samples").get(100).get("qpos").get(2).asDouble(), 1e-4);
    }

    @Test
    void theSameRunHasTheSameHashAndAnotherHasAnother() {
        String once = simulate("box.xml", "--json").object().get("traceHash").asString();
        assertEquals(
                once, simulate("box.xml", "--json").object().get("traceHash").asString());
        assertNotEquals(
                once,
                simulate("box.xml", "--json", "--step", "0.0005")
                        .object()
                        .get("traceHash")
                        .asString());
    }

    @Test
    void withoutAFileItTellsWhatBecameOfIt() {
        Call call = simulate("box.xml", "--keyframe", "none", "--duration", "1");
        assertEquals(0, call.code(), call.err());
        for (String said : new String[] {
            "box: 1 body, 6 freedoms, 0 actuators",
            "1.00000 s in 1000 steps of 1.000 ms",
            "settled      yes",
            "contacts     4 at the end",
            "overlap      none at the start",
            "trace hash"
        }) {
            assertTrue(call.out().contains(said), said + "\n" + call.out());
        }
        assertFalse(call.out().contains("sleeping"), call.out());
        assertTrue(simulate("box.xml", "--keyframe", "low", "--sleep").out().contains("sleeping     1 at the end"));
    }

    @Test
    void samplesBetweenStepsAreTakenAtTheNearestAndTheEndIsOne() {
        Call call = simulate("arm.xml", "--rate", "300", "--duration", "0.011", "--out", trajectory.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.err().contains("at the step that is nearest"), call.err());
        JsonNode samples = ReferenceStates.json(trajectory).get("samples");
        assertEquals(0.004, samples.get(1).get("t").asDouble(), 1e-12);
        assertEquals(0.006, samples.get(2).get("t").asDouble(), 1e-12);
        assertEquals(0.012, samples.get(samples.size() - 1).get("t").asDouble(), 1e-12);
    }

    @Test
    void aWorldThatStopsKeepsItsTraceAndSaysWhy() throws IOException {
        Files.writeString(folder.resolve("wild.xml"), """
                <mujoco model="wild">
                  <option timestep="0.01"/>
                  <worldbody>
                    <body name="rotor"><joint name="spin" axis="0 0 1"/>
                      <geom type="sphere" size="0.01" mass="1e-8"/></body>
                  </worldbody>
                  <actuator><general name="runaway" joint="spin" gainprm="1" biastype="affine" biasprm="0 0 1e300"/></actuator>
                </mujoco>
                """);
        Call call = simulate("wild.xml", "--control", "runaway=1", "--out", trajectory.toString());
        assertEquals(1, call.code(), call.out() + call.err());
        assertTrue(call.err().contains("error: the world stopped: body 'rotor' at 0."), call.err());
        JsonNode root = ReferenceStates.json(trajectory);
        assertEquals("rotor", root.get("summary").get("stopped").get("body").asString());
        assertEquals("STOPPED", root.get("summary").get("verdict").asString());
        assertTrue(root.get("samples").size() >= 2, "the trace up to there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--duration 0; --duration: expected seconds above 0, found 0.0",
                "--duration NaN; --duration: expected seconds above 0, found NaN",
                "--duration 0.0001; --duration: expected at least one step of 0.001 s, found 1.0E-4",
                "--rate 0; --rate: expected Hz above 0, found 0.0",
                "--rate 5000; --rate: expected at most a sample a step, which is 1000.00 Hz",
                "--step 0; --step: expected above 0 and up to 1 second, found 0.0",
                "--keyframe lo; --keyframe: the file has no keyframe 'lo'",
                "--control servo=1; actuator 'servo': no actuator has that name",
                "--control servo; --control",
                "--base-height 1; --base-height: expected a robot whose root has a mass, found 'world' without one",
                "--base-height Infinity; --base-height: expected a finite height in metres, found Infinity",
                "--out nowhere/at/all.json; found no folder",
                "--no-such; there is no '--no-such' here",
            })
    void wrongOptionsAreAnswered(String options, String complaint) {
        Call call = simulate("box.xml", options.split(" "));
        assertEquals(2, call.code(), call.out());
        assertTrue(call.err().contains(complaint), call.err());
    }

    @Test
    void theSceneIsNotOverwritten() {
        Call call = simulate("box.xml", "--out", folder.resolve("box.xml").toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("expected a file of its own, found the scene"), call.err());
    }

    @Test
    void aSceneThatIsNotThereIsAnswered() {
        Call call = simulate("bok.xml");
        assertEquals(2, call.code());
        assertTrue(call.err().contains("SCENE: expected a file that can be read, found none at"), call.err());
    }

    @Test
    void theLibrarysWorldsAreKnownByName() {
        Call call = Call.of("simulate", "library:box_drop", "--duration", "0.05");
        assertEquals(0, call.code(), call.err());
        Call none = Call.of("simulate", "library:box_dorp");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("did you mean 'box_drop'?"), none.err());
    }
}
