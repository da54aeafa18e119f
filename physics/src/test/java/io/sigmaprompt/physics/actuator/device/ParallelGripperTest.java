package io.sigmaprompt.physics.actuator.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.actuator.Continuation;
import io.sigmaprompt.physics.actuator.OneJoint;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A gripper's fingers of 0.1 kg, free of all else but hard stops that the test puts between them. */
class ParallelGripperTest {
    private static final double DT = 1e-3;
    private static final double MASS = 0.1;

    private final double[] q = {0.04, 0.03};
    private final double[] v = {0, 0};
    private final double[] pushed = {0, 0};

    private static RobotModel hand(@Nullable Mimic mimic) {
        return new RobotModel(
                "hand",
                false,
                List.of(OneJoint.link("palm", 1), OneJoint.link("a", MASS), OneJoint.link("b", MASS)),
                List.of(finger("left", "a", null), finger("right", "b", mimic)));
    }

    private static Joint finger(String name, String link, @Nullable Mimic mimic) {
        return new Joint(
                name,
                JointType.PRISMATIC,
                "palm",
                link,
                Pose.IDENTITY,
                new Vec3(0, 1, 0),
                JointLimits.NONE,
                JointDynamics.NONE,
                mimic);
    }

    private static ParallelGripper gripper(@Nullable Mimic mimic) {
        return new ParallelGripper(
                hand(mimic), "left", "right", new GripperParameters(4000, 60, 30, 20_000, 1e-3, 0.05, 2e-3));
    }

    /** Steps with an inelastic stop for each finger at half a width. */
    private void run(ParallelGripper gripper, int steps, double width) {
        for (int s = 0; s < steps; s++) {
            double[] diagonal = {0, 0};
            pushed[0] = 0;
            pushed[1] = 0;
            gripper.apply(q, v, DT, pushed, diagonal);
            for (int i = 0; i < 2; i++) {
                v[i] += DT * pushed[i] / (MASS + diagonal[i]);
                if (q[i] + DT * v[i] < 0.5 * width) {
                    v[i] = (0.5 * width - q[i]) / DT;
                }
                q[i] += DT * v[i];
            }
        }
    }

    @Test
    void itOpensToWhatItIsTold() {
        ParallelGripper gripper = gripper(null);
        gripper.command(0.06, 30);
        run(gripper, 2000, 0);
        assertEquals(0.03, q[0], 1e-6);
        assertEquals(0.03, q[1], 1e-6);
        assertFalse(gripper.grasped());
    }

    @Test
    void itPushesWithTheCommandedForceAndTellsThatItHolds() {
        ParallelGripper gripper = gripper(null);
        gripper.command(0, 12);
        run(gripper, 20, 0.02);
        assertFalse(gripper.grasped(), "still on its way");
        run(gripper, 1500, 0.02);
        assertTrue(gripper.grasped());
        assertEquals(-24, pushed[0] + pushed[1], 1e-9, "12 N a finger");
        assertEquals(0.02, gripper.opening(), 1e-9);
        gripper.command(0.08, 30);
        run(gripper, 1500, 0.02);
        assertFalse(gripper.grasped());
    }

    @Test
    void closedOnNothingItHoldsNothing() {
        ParallelGripper gripper = gripper(null);
        gripper.command(-0.02, 12);
        run(gripper, 2000, 0);
        assertEquals(0, gripper.opening(), 1e-9);
        assertFalse(gripper.grasped());
    }

    @Test
    void aMimickingFingerIsLeftToTheWorldAndMayOpenTheOtherWay() {
        ParallelGripper gripper = gripper(new Mimic("left", -1, 0));
        gripper.command(0, 5);
        double[] tau = {0, 0};
        gripper.apply(new double[] {0.03, -0.02}, new double[2], DT, tau, new double[2]);
        assertEquals(0.05, gripper.opening(), 1e-15);
        assertEquals(-5, tau[0], 1e-12);
        assertEquals(5, tau[1], 1e-12);
    }

    @Test
    void aSavedGripperGoesOnToTheSameBits() {
        Continuation.check(
                () -> gripper(null),
                gripper -> gripper,
                (gripper, random) -> gripper.command(0.05 * random.symmetric(), 15 * (1.1 + random.symmetric())),
                2,
                2);
    }

    @Test
    void wrongFingersAndCommandsAreRefused() {
        GripperParameters parameters = new GripperParameters(1, 1, 1, 1, 1, 1, 0);
        BadInputException missing = assertThrows(
                BadInputException.class, () -> new ParallelGripper(hand(null), "left", "rigt", parameters));
        assertTrue(missing.getMessage().contains("did you mean 'right'"), missing.getMessage());
        assertThrows(BadInputException.class, () -> new ParallelGripper(hand(null), "left", "left", parameters));
        assertThrows(BadInputException.class, () -> gripper(null).command(0, -1));
        assertThrows(BadInputException.class, () -> gripper(null).command(Double.NaN, 1));
    }
}
