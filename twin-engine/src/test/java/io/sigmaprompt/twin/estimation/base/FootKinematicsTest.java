package io.sigmaprompt.twin.estimation.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import org.junit.jupiter.api.Test;

class FootKinematicsTest {
    private static final Frame TIP = new Frame("tip", 3, new Pose(0.05, -0.02, 0.3, 0, 0, 0, 1));

    private final RobotModel model = ThreeJointArm.model().withFloatingBase(true);
    private final DrivenJoints joints = new DrivenJoints(model);

    private FootKinematics at(double... q) {
        StateEstimator estimate = new StateEstimator(joints, new double[3]);
        estimate.update(
                new JointStateFrame("arm", 1, 0, joints.names(), q, new double[] {0.4, -0.9, 1.3}, new double[0]));
        FootKinematics foot = new FootKinematics(model, joints, TIP);
        foot.update(estimate);
        return foot;
    }

    @Test
    void theArmStretchedUpReachesItsLength() {
        FootKinematics foot = at(0, 0, 0);
        assertEquals(0.2 + 0.1 + 0.35 + 0.3, foot.place()[2], 1e-12);
        assertEquals(0.05, foot.place()[0], 1e-12);
    }

    @Test
    void itsRateIsTheSlopeOfItsPlace() {
        double h = 1e-6;
        FootKinematics here = at(0.3, -0.6, 0.9);
        FootKinematics later = at(0.3 + 0.4 * h, -0.6 - 0.9 * h, 0.9 + 1.3 * h);
        for (int i = 0; i < 3; i++) {
            assertEquals((later.place()[i] - here.place()[i]) / h, here.rate()[i], 1e-5);
        }
    }

    @Test
    void aRobotThatIsWeldedDownHasNoFeet() {
        assertThrows(
                IllegalArgumentException.class, () -> new FootKinematics(model.withFloatingBase(false), joints, TIP));
    }
}
