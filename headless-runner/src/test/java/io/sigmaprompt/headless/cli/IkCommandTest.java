package io.sigmaprompt.headless.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.ForwardKinematics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.urdf.UrdfReader;
import io.sigmaprompt.scenarios.language.ShippedLibrary;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class IkCommandTest {
    private static final String ARM = "library:industrial-arm";

    @Test
    void theAnswerBringsTheFrameThere() {
        Call call =
                Call.of("ik", ARM, "--frame", "tool0", "--xyz", "-0.5", "0.2", "0.6", "--rpy", "3", "0", "1", "--json");
        assertEquals(0, call.code(), call.err());
        JsonNode answer = call.object();
        assertEquals("SOLVED", answer.get("outcome").asString());
        RobotModel model =
                UrdfReader.read(ShippedLibrary.robot("industrial-arm")).model();
        double[] q = model.neutral();
        answer.get("positions")
                .properties()
                .forEach(entry -> q[model.qIndex(model.jointIndex(entry.getKey()))] =
                        entry.getValue().asDouble());
        ForwardKinematics kinematics = new ForwardKinematics(model);
        kinematics.update(q);
        double[] pose = new double[7];
        kinematics.pose(model.linkIndex("tool0"), pose);
        assertEquals(-0.5, pose[0], 1e-8);
        assertEquals(0.2, pose[1], 1e-8);
        assertEquals(0.6, pose[2], 1e-8);
    }

    @Test
    void positionsHaveUnitsAndTheFrameSaysWhereItIs() {
        Call call = Call.of("ik", ARM, "--frame", "tool0", "--xyz", "0.5", "0.2", "0.6");
        assertEquals(0, call.code(), call.err());
        assertTrue(call.out().lines().anyMatch(line -> line.matches("  elbow_joint +-?[0-9.]+ rad")), call.out());
        assertTrue(call.out().contains("tool0 is at 0.5 0.2 0.6 m, off by "), call.out());
    }

    @Test
    void outOfReachIsAFailureThatSaysByHowMuch() {
        Call call = Call.of("ik", ARM, "--frame", "tool0", "--xyz", "5", "0", "0");
        assertEquals(1, call.code(), call.err());
        assertTrue(call.out().contains("frame 'tool0' stays 3."), call.out());
        assertTrue(call.out().contains("out of reach"), call.out());
        assertEquals(
                "OUT_OF_REACH",
                Call.of("ik", ARM, "--frame", "tool0", "--xyz", "5", "0", "0", "--json")
                        .object()
                        .get("outcome")
                        .asString());
    }

    @Test
    void aStartIsKeptNearWhereThePositionAloneIsWanted() {
        Call call = Call.of(
                "ik",
                ARM,
                "--frame",
                "tool0",
                "--xyz",
                "0.5",
                "0.2",
                "0.6",
                "--start",
                "wrist_3_joint=1.25",
                "--near",
                "--json");
        assertEquals(0, call.code(), call.err());
        assertEquals(1.25, call.object().get("positions").get("wrist_3_joint").asDouble(), 0.3);
    }

    @Test
    void whatIsMissingOrMisspeltIsNamed() {
        assertBadInput("--xyz", "ik", ARM, "--frame", "tool0");
        assertBadInput("fixed to the world", "ik", ARM, "--frame", "base_link", "--xyz", "0.5", "0.2", "0.6");
        assertBadInput("did you mean 'tool0'?", "ik", ARM, "--frame", "tol0", "--xyz", "0", "0", "0");
        assertBadInput(
                "did you mean 'elbow_joint'?",
                "ik",
                ARM,
                "--frame",
                "tool0",
                "--xyz",
                "0",
                "0",
                "0",
                "--start",
                "elbo_joint=1");
        assertBadInput("--frame", "ik", ARM, "--xyz", "0", "0", "0");
        assertBadInput("--xyz", "ik", ARM, "--frame", "tool0", "--xyz", "0", "0");
        assertBadInput("position", "ik", ARM, "--frame", "tool0", "--xyz", "NaN", "0", "0");
    }

    private static void assertBadInput(String expected, String... words) {
        Call call = Call.of(words);
        assertEquals(2, call.code(), call.err());
        assertTrue(call.err().contains(expected), call.err());
    }
}
