package io.sigmaprompt.twin.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.input.Fault;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.simulation.SimulatedRobot;
import io.sigmaprompt.twin.simulation.TrajectoryPoint;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class GhostTest {
    private static final double[] START = {0, -0.6, 0.9};
    private static final double[] NONE = new double[0];

    private final SimulatedRobot robot = new SimulatedRobot(withoutNoise());
    private final StateEstimator estimate = new StateEstimator(new DrivenJoints(ThreeJointArm.model()), START);
    private final Ghost ghost = ghost();

    private static Ghost ghost() {
        return new Ghost(ThreeJointArm.model(), SimulationSettings.DEFAULT, START, PredictionSettings.DEFAULT);
    }

    private static VirtualRobot withoutNoise() {
        VirtualRobot body = ThreeJointArm.body();
        return new VirtualRobot(
                body.name(), body.model(), START, body.settings(), body.telemetryNanos(), body.noiseSeed(), 0, 0, 0);
    }

    private void swing() {
        robot.followTrajectory(
                List.of("pan", "lift", "elbow"),
                List.of(
                        new TrajectoryPoint(800_000_000, new double[] {0.8, -0.2, 1.4}, NONE, NONE),
                        new TrajectoryPoint(1_600_000_000, new double[] {0, -0.6, 0.9}, NONE, NONE)));
    }

    /** Lets the robot run and speak; answers with the largest error of a prediction, rad. */
    private double run(double seconds, boolean withVelocity) {
        double worst = 0;
        for (int i = 0; i < Math.round(seconds * 1000); i++) {
            robot.step();
            if (robot.telemetryDue()) {
                JointReferenceFrame said = robot.reference(0);
                ghost.observe(withVelocity ? said : positionsOnly(said));
                observe(robot.jointState(0));
                if (ghost.predict()) {
                    for (int j = 0; j < 3; j++) {
                        worst = Math.max(worst, Math.abs(ghost.position()[j] - estimate.position()[j]));
                    }
                }
            }
        }
        return worst;
    }

    private void observe(JointStateFrame frame) {
        estimate.update(frame);
        ghost.observe(estimate);
    }

    private static JointReferenceFrame positionsOnly(JointReferenceFrame frame) {
        return new JointReferenceFrame(
                frame.robot(), frame.sourceNanos(), 0, frame.names(), frame.position(), NONE, NONE);
    }

    private static JointReferenceFrame reference(long nanos, List<String> names, double... position) {
        return new JointReferenceFrame("arm", nanos, 0, names, position, NONE, NONE);
    }

    @Test
    void aHealthyRobotIsPredictedOverTheWholeHorizon() {
        swing();
        double worst = run(1.7, true);
        assertTrue(ghost.predict());
        assertTrue(worst < 2e-4, "off by " + worst + " rad");
    }

    @Test
    void referencesWithoutVelocityServeToo() {
        swing();
        double worst = run(1.7, false);
        assertTrue(ghost.predict());
        // What the servo lags without feed-forward: 7 to 11 rad/s² over its (30 rad/s)².
        assertTrue(worst < 1.5e-2, "off by " + worst + " rad");
    }

    @Test
    void aBrokenRobotLeavesItsPrediction() {
        robot.inject(new Fault(Fault.Kind.EFFORT_LIMIT, "lift", 0.05, 0));
        swing();
        assertTrue(run(0.5, true) > 0.01);
    }

    @Test
    void withoutReferencesThereIsNoPrediction() {
        for (int i = 0; i < 300; i++) {
            robot.step();
            if (robot.telemetryDue()) {
                observe(robot.jointState(0));
            }
        }
        assertFalse(ghost.hasReferences());
        assertFalse(ghost.predict());
    }

    @Test
    void predictionBeginsAHorizonAfterTheFirstFrame() {
        run(0.1, true);
        assertFalse(ghost.predict());
        run(0.02, true);
        assertTrue(ghost.predict());
    }

    @Test
    void afterAGapPredictionWaitsForAnEstimateToStartFrom() {
        run(0.3, true);
        robot.inject(new Fault(Fault.Kind.TELEMETRY_GAP, "", 1, 200_000_000));
        run(0.25, true);
        assertFalse(ghost.predict());
        run(0.1, true);
        assertTrue(ghost.predict());
    }

    @Test
    void referencesThatHaveStoppedAreNotCarriedOnForEver() {
        swing();
        run(0.4, true);
        for (int i = 0; i < 200; i++) {
            robot.step();
            if (robot.telemetryDue()) {
                observe(robot.jointState(0));
            }
        }
        assertFalse(ghost.predict());
    }

    @Test
    void jointsThatNoReferenceNamesStayWhereTheyAre() {
        for (int i = 0; i < 300; i++) {
            robot.step();
            if (robot.telemetryDue()) {
                observe(robot.jointState(0));
                ghost.observe(reference(robot.nanos(), List.of("pan"), 0));
            }
        }
        assertTrue(ghost.predict());
        assertArrayEquals(START, ghost.position(), 2e-3);
    }

    @Test
    void aClockBetweenMillisecondsIsPredictedToItsVeryInstant() {
        List<String> names = List.of("pan", "lift", "elbow");
        double speed = 0.5;
        for (long nanos = 0; nanos <= 400_000_000; nanos += 8_333_333) {
            double pan = speed * nanos * 1e-9;
            double[] moving = {speed, 0, 0};
            ghost.observe(new JointReferenceFrame(
                    "arm", nanos, 0, names, new double[] {pan, -0.6, 0.9}, moving, new double[3]));
            observe(new JointStateFrame("arm", nanos, 0, names, new double[] {pan, -0.6, 0.9}, moving, NONE));
            if (ghost.predict()) {
                assertEquals(pan, ghost.position()[0], 1e-4, "at " + nanos + " ns");
            }
        }
        assertTrue(ghost.predict());
    }

    @Test
    void restoredItPredictsTheSameBits() {
        swing();
        run(0.4, true);
        assertTrue(ghost.predict());
        CanonicalOutput out = new CanonicalOutput();
        ghost.save(out);
        Ghost other = ghost();
        other.restore(new CanonicalInput(out.toByteArray()));
        assertTrue(other.predict());
        assertArrayEquals(ghost.position(), other.position());
        assertArrayEquals(ghost.velocity(), other.velocity());
    }
}
