package io.sigmaprompt.twin.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitDetectorTest {
    private final LimitDetector detector = new LimitDetector();

    private static Watch oneJoint(JointType type, JointLimits limits) {
        RobotModel arm = ThreeJointArm.model();
        Joint joint = new Joint(
                "slide",
                type,
                "base",
                "shoulder",
                Pose.fromXyzRpy(0, 0, 0, 0, 0, 0),
                new Vec3(0, 0, 1),
                limits,
                JointDynamics.NONE,
                null);
        return new Watch(new RobotModel("one", false, arm.links().subList(0, 2), List.of(joint)));
    }

    @Test
    void aPositionIsToldWithTheLimitThatItPassed() {
        Watch watch = oneJoint(JointType.REVOLUTE, new JointLimits(-1, 3, 2, 50));
        watch.position[0] = 3.2;
        watch.after(10).show(detector);
        assertEquals("limit/slide/position", watch.last().id());
        assertEquals(
                "position of slide is beyond its limit: 3.200 of 3.000 rad",
                watch.last().explanation());
        watch.position[0] = 1;
        watch.after(10).show(detector);
        assertFalse(watch.last().active());
        watch.position[0] = -1.1;
        watch.after(10).show(detector);
        assertEquals(-1.1, watch.last().value());
        assertEquals(-1, watch.last().threshold());
    }

    @Test
    void atTheLimitAFindingDoesNotFlicker() {
        Watch watch = oneJoint(JointType.REVOLUTE, new JointLimits(-1, 1, 2, 50));
        for (int i = 0; i < 100; i++) {
            watch.position[0] = i % 2 == 0 ? 1.002 : 0.999;
            watch.after(10).show(detector);
        }
        assertEquals(1, watch.said.size());
    }

    @Test
    void aJointWithOneLimitIsWatchedThere() {
        Watch watch = oneJoint(JointType.PRISMATIC, new JointLimits(0, Double.POSITIVE_INFINITY, 2, 50));
        watch.position[0] = 1e6;
        watch.after(10).show(detector);
        assertEquals(List.of(), watch.said);
        watch.position[0] = -0.01;
        watch.after(10).show(detector);
        assertEquals("m", watch.last().unit());
    }

    @Test
    void speedAndEffortAreWatchedEitherWay() {
        Watch watch = oneJoint(JointType.PRISMATIC, new JointLimits(-1, 1, 2, 50));
        watch.velocity[0] = -2.1;
        watch.effort[0] = -51;
        watch.after(10).show(detector);
        assertEquals(
                List.of(
                        "velocity of slide is beyond its limit: 2.100 of 2.000 m/s",
                        "effort of slide is beyond its limit: 51.000 of 50.000 N"),
                watch.said.stream().map(finding -> finding.explanation()).toList());
    }

    @Test
    void whatIsNotMeasuredOrNotLimitedIsNotFound() {
        Watch unlimited = oneJoint(JointType.CONTINUOUS, JointLimits.NONE);
        unlimited.position[0] = 1e9;
        unlimited.velocity[0] = 1e9;
        unlimited.effort[0] = 1e9;
        unlimited.after(10).show(detector);
        Watch unmeasured = oneJoint(JointType.REVOLUTE, new JointLimits(-1, 1, 2, 50));
        unmeasured.effort[0] = Double.NaN;
        unmeasured.after(10).show(detector);
        assertTrue(unlimited.said.isEmpty() && unmeasured.said.isEmpty());
    }

    @Test
    void aRobotNotYetHeardOfIsNotJudged() {
        Watch watch = oneJoint(JointType.REVOLUTE, new JointLimits(1, 2, 2, 50));
        watch.tracking = false;
        watch.after(10).show(detector);
        assertEquals(List.of(), watch.said);
    }
}
