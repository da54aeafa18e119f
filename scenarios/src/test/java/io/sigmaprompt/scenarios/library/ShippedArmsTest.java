package io.sigmaprompt.scenarios.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.Joint;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The two arms reach and hold what their class does. */
class ShippedArmsTest {
    private final ShippedRobot industrial = ShippedRobot.read("industrial-arm");
    private final ShippedRobot collaborative = ShippedRobot.read("collaborative-arm");

    @Test
    void theIndustrialArmReachesOnePointThreeMetresFromItsLiftAxis() {
        double[] q = industrial.posed(Map.of("wrist_1_joint", -Math.PI / 2));
        double[] lift = industrial.transform("upper_arm_link", q);
        double[] wrist = industrial.transform("wrist_3_link", q);
        double dx = wrist[9] - lift[9];
        double dz = wrist[11] - lift[11];
        assertEquals(1.308, Math.sqrt(dx * dx + dz * dz), 1e-6);
        assertEquals(0, dz, 1e-6);
    }

    @Test
    void theIndustrialArmPointsItsGripperDownInItsRestingStance() {
        double[] q = industrial.posed(Map.of(
                "shoulder_lift_joint", Math.toRadians(-70),
                "elbow_joint", Math.toRadians(100),
                "wrist_1_joint", Math.toRadians(-120),
                "wrist_2_joint", Math.toRadians(-90)));
        double[] tool = industrial.transform("tool0", q);
        assertEquals(-1, tool[8], 1e-6);
        assertTrue(tool[9] > 0.5, "in front of the base");
        assertTrue(tool[11] > 0.2, "above the table");
        assertTrue(industrial.transform("forearm_link", q)[11] > 0.7, "elbow up");
    }

    @Test
    void theCollaborativeArmStandsUprightAtZeroAndReachesNinetyCentimetres() {
        double[] q = collaborative.posed(Map.of());
        double[] shoulder = collaborative.transform("arm_link_2", q);
        double[] tool = collaborative.transform("tool0", q);
        assertEquals(0.9, tool[11] - shoulder[11], 1e-9);
        assertEquals(0, tool[9], 1e-9);
        assertEquals(0, tool[10], 1e-9);
    }

    @Test
    void theCollaborativeArmPointsItsHandDownInItsRestingStance() {
        double[] q = collaborative.posed(Map.of(
                "arm_joint_2", Math.toRadians(30),
                "arm_joint_4", Math.toRadians(-90),
                "arm_joint_6", Math.toRadians(60)));
        double[] tool = collaborative.transform("tool0", q);
        assertEquals(-1, tool[8], 1e-9);
        assertTrue(tool[9] > 0.4, "in front of the base");
    }

    @Test
    void theArmsHoldThemselvesStretchedOutLevelWithHalfOfTheirEffort() {
        holdsItself(industrial, Map.of("wrist_1_joint", -Math.PI / 2));
        holdsItself(collaborative, Map.of("arm_joint_2", Math.PI / 2));
    }

    private static void holdsItself(ShippedRobot robot, Map<String, Double> stance) {
        int nv = robot.model().nv();
        double[] tau = new double[nv];
        new RecursiveNewtonEuler(robot.model())
                .inverseDynamics(robot.posed(stance), new double[nv], new double[nv], tau);
        for (Joint joint : robot.drivenJoints()) {
            double effort = Math.abs(tau[robot.model().vIndex(robot.model().jointIndex(joint.name()))]);
            assertTrue(effort < 0.5 * joint.limits().effort(), joint.name() + " needs " + effort + " N m");
        }
    }
}
