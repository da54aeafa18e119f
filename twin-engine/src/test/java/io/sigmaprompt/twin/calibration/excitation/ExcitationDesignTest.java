package io.sigmaprompt.twin.calibration.excitation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ExcitationDesignTest {
    private static RobotModel arm() {
        List<Link> links = new ArrayList<>(List.of(new Link("base", Inertia.ZERO, List.of(), List.of())));
        List<Joint> joints = new ArrayList<>();
        for (int j = 0; j < 2; j++) {
            links.add(new Link(
                    "link" + j, new Inertia(2, new Vec3(0.2, 0, 0), 0.01, 0, 0, 0.03, 0, 0.03), List.of(), List.of()));
            joints.add(new Joint(
                    "joint" + j,
                    JointType.REVOLUTE,
                    j == 0 ? "base" : "link0",
                    "link" + j,
                    Pose.at(new Vec3(j * 0.4, 0, 0)),
                    new Vec3(0, 1, 0),
                    new JointLimits(-1, 2, 1.5, 40),
                    JointDynamics.NONE,
                    null));
        }
        return new RobotModel("arm", false, links, joints);
    }

    private static ExcitationDesign design(Predicate<double[]> collides, long seed) {
        RobotModel arm = arm();
        ExcitationLimits limits = ExcitationLimits.of(new DrivenJoints(arm), 0.8);
        return new ExcitationDesign(arm, 10, limits, seed, collides, said -> {});
    }

    @Test
    void theMotionKeepsWithinLimitsAndStartsAndEndsAtRest() {
        ExcitationDesign.Result result = design(q -> false, 1).search(150);
        assertTrue(result.condition() < result.firstCondition(), result::toString);
        double[] q = new double[2];
        double[] v = new double[2];
        double[] a = new double[2];
        for (int i = 0; i <= 1000; i++) {
            result.trajectory().at(i * 0.01, q, v, a);
            for (int j = 0; j < 2; j++) {
                assertTrue(q[j] > -1 && q[j] < 2, "position " + q[j]);
                assertTrue(Math.abs(v[j]) < 1.5, "velocity " + v[j]);
                assertTrue(i % 1000 != 0 || Math.abs(v[j]) < 1e-9 && Math.abs(a[j]) < 1e-9, "rest");
            }
        }
    }

    @Test
    void theMotionAvoidsWhatCollides() {
        ExcitationDesign.Result result = design(q -> q[0] > 1, 1).search(50);
        double[] q = new double[2];
        for (int i = 0; i <= 1000; i++) {
            result.trajectory().at(i * 0.01, q, new double[2], new double[2]);
            assertTrue(q[0] < 1.02, "position " + q[0]);
        }
    }

    @Test
    void theSameSeedGivesTheSameMotion() {
        assertEquals(
                design(q -> false, 4).search(40).condition(),
                design(q -> false, 4).search(40).condition());
    }

    @Test
    void whereEveryMotionCollidesItIsSaid() {
        assertTrue(
                assertThrows(BadInputException.class, () -> design(q -> true, 1).search(10))
                        .getMessage()
                        .contains("self-collision"));
    }
}
