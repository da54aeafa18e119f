package io.sigmaprompt.physics.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.reader.RobotFile;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;

/** A robot with locked joints needs the torques of the whole one whose locked joints rest. */
class LockedJointsTest {
    private static RobotModel panda() {
        return RobotFile.read(CorpusFiles.get("robots/panda/panda.urdf")).model();
    }

    private static double[] somewhere(RobotModel model) {
        double[] q = model.neutral();
        for (int j = 0; j < 7; j++) {
            q[model.qIndex(model.jointIndex("panda_joint" + (j + 1)))] = 0.3 * j - (j == 3 ? 2 : 0.5);
        }
        q[model.qIndex(model.jointIndex("panda_finger_joint1"))] = 0.03;
        q[model.qIndex(model.jointIndex("panda_finger_joint2"))] = 0.03;
        return q;
    }

    @Example
    void anArmWithLockedFingersAndElbowNeedsTheSameTorques() {
        RobotModel whole = panda();
        double[] q = somewhere(whole);
        LockedJoints locked = new LockedJoints(whole, List.of("panda_joint4", "panda_finger_joint1"), q);
        RobotModel model = locked.model();
        assertEquals(6, model.nq(), "the second finger follows the first");
        assertEquals(Set.of("panda_joint4", "panda_finger_joint1", "panda_finger_joint2"), locked.names());

        double[] left = locked.configuration(q);
        double[] v = new double[whole.nv()];
        double[] vdot = new double[whole.nv()];
        double[] vLeft = new double[6];
        double[] vdotLeft = new double[6];
        int[] of = new int[6];
        int at = 0;
        for (int j = 1; j <= 7; j++) {
            if (j != 4) {
                of[at] = whole.vIndex(whole.jointIndex("panda_joint" + j));
                assertEquals(at, model.vIndex(model.jointIndex("panda_joint" + j)));
                v[of[at]] = vLeft[at] = 0.4 * j - 1;
                vdot[of[at]] = vdotLeft[at] = 2 - 0.7 * j;
                at++;
            }
        }
        double[] wanted = torques(whole, q, v, vdot);
        double[] found = torques(model, left, vLeft, vdotLeft);
        for (int i = 0; i < 6; i++) {
            assertEquals(wanted[of[i]], found[i], 1e-10, "torque " + i);
        }
    }

    private static double[] torques(RobotModel model, double[] q, double[] v, double[] vdot) {
        RobotDynamics dynamics = CompiledDynamics.of(model);
        double[] tau = new double[model.nv()];
        dynamics.inverseDynamics(q, v, vdot, tau);
        return tau;
    }

    @Example
    void nothingLockedIsTheSameRobot() {
        RobotModel whole = panda().withFloatingBase(true);
        double[] q = somewhere(whole);
        LockedJoints none = new LockedJoints(whole, List.of(), q);
        assertSame(whole, none.model());
        assertArrayEquals(q, none.configuration(q));
    }

    @Example
    void aFreeRobotKeepsItsBase() {
        RobotModel whole = panda().withFloatingBase(true);
        double[] q = somewhere(whole);
        q[2] = 1.5;
        LockedJoints locked = new LockedJoints(whole, List.of("panda_finger_joint1"), q);
        assertEquals(14, locked.model().nq());
        assertEquals(1.5, locked.configuration(q)[2]);
    }

    @Example
    void whatIsNoJointOfOneCoordinateIsRefused() {
        RobotModel whole = panda();
        assertThrows(
                IllegalArgumentException.class,
                () -> new LockedJoints(whole, List.of("panda_hand_joint"), whole.neutral()));
    }
}
