package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MjcfModelTest {
    @TempDir
    private Path folder;

    private String model = "";

    @BeforeEach
    void write() throws Exception {
        model = Files.writeString(folder.resolve("arm.xml"), """
                        <mujoco model="arm">
                          <visual/>
                          <worldbody>
                            <body name="upper"><joint name="shoulder" range="-90 90" armature=".1"/><geom size=".1" mass="2"/></body>
                          </worldbody>
                          <actuator><motor joint="shoulder"/></actuator>
                          <sensor><jointpos joint="shoulder"/><jointvel joint="shoulder"/></sensor>
                        </mujoco>
                        """).toString();
    }

    @Test
    void anMjcfFileIsShownAsATreeWithWhatItHasBesides() {
        Call call = Call.of("model", model);
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("shoulder, revolute [-1.571, 1.571] rad"), call.out());
        assertTrue(call.out().contains("2 links, 1 joint, 1 degree of freedom, 2 kg"), call.out());
        assertTrue(call.out().contains("1 actuator, 2 sensors"), call.out());
        assertTrue(call.out().contains("arm.xml:2:3: not supported and left out: <visual> (line 2)"), call.out());
    }

    @Test
    void theObjectCountsWhatTheModelHasBesides() {
        JsonNode object = Call.of("model", model, "--json").object();
        assertEquals("arm", object.get("name").asString());
        assertEquals(1, object.get("mechanism").get("actuators").asInt());
        assertEquals(2, object.get("mechanism").get("sensors").asInt());
        assertEquals(0, object.get("mechanism").get("keyframes").asInt());
        assertEquals(0.1, object.get("joints").get(0).get("armature").asDouble());
    }

    @Test
    void whatIsOddAboutTheModelIsSaidBesideItsDynamics() throws Exception {
        Path states = Files.writeString(folder.resolve("states.json"), "{\"states\": [{\"q\": [0.5]}]}");
        Path out = folder.resolve("out.json");
        Call call = Call.of("dynamics", model, "--states", states.toString(), "--out", out.toString());
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().contains("arm.xml:2:3: not supported and left out: <visual> (line 2)"), call.out());
    }

    @Test
    void inverseKinematicsStartWhereTheFileDrawsTheRobot() throws Exception {
        Path scene = Files.writeString(folder.resolve("scene.xml"), """
                <mujoco><worldbody>
                  <body name="ball" pos="1 2 3"><freejoint name="loose"/><geom size=".1"/></body>
                  <body name="arm"><joint/><geom size=".1" pos=".1 0 0"/></body>
                </worldbody></mujoco>
                """);
        JsonNode object = Call.of("ik", scene.toString(), "--frame", "arm", "--rpy", "0", "0", "0.5", "--json")
                .object();
        JsonNode positions = object.get("positions");
        assertEquals(0.5, positions.get("arm_joint").asDouble(), 1e-6);
        for (int i = 0; i < 3; i++) {
            assertEquals(i + 1, positions.get("loose").get(i).asDouble());
        }
    }

    @Test
    void aMistakeInAnMjcfFileIsBadInputWithItsPlace() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong.xml"), "<mujoco>\n  <worldbdy/>\n</mujoco>");
        Call call = Call.of("model", wrong.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("wrong.xml:2:3"), call.err());
        assertTrue(call.err().contains("did you mean 'worldbody'"), call.err());
    }
}
