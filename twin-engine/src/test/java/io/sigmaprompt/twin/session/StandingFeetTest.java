package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.analysis.AnalysisSettings;
import io.sigmaprompt.twin.arbitration.ArbitrationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.command.GateSettings;
import io.sigmaprompt.twin.estimation.base.FootLinks;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.prediction.PredictionSettings;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.ingest.IngestSettings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A quadruped that sways on its feet and lifts one, told by joints and IMU alone. */
class StandingFeetTest {
    private static TwinConfiguration twin(SwayingQuadruped robot, List<String> feet) {
        return new TwinConfiguration(
                        "dog",
                        robot.body(),
                        false,
                        TwinMode.MIRROR,
                        IngestSettings.DEFAULT,
                        PredictionSettings.DEFAULT,
                        AnalysisSettings.DEFAULT,
                        List.of(),
                        ArbitrationSettings.DEFAULT,
                        GateSettings.DEFAULT)
                .withFeet(feet);
    }

    private static Estimates estimates(SwayingQuadruped robot, List<String> feet) {
        return new Estimates(twin(robot, feet), new DrivenJoints(robot.model()));
    }

    private static boolean touched(EstimateRecord record, String link) {
        return record.contacts().stream()
                .filter(each -> each.place().equals(link))
                .findFirst()
                .orElseThrow()
                .touched();
    }

    /** How far the base's estimate is from the truth after so long, m. */
    private static double error(List<String> feet, double seconds) {
        SwayingQuadruped robot = new SwayingQuadruped();
        Estimates estimates = estimates(robot, feet);
        for (int i = 0; i < seconds * 250; i++) {
            robot.step();
            estimates.take(robot.imu());
            estimates.take(robot.jointState());
        }
        double[] pose = estimates.record(0).base().getFirst().pose();
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            double off = pose[k] - robot.base()[k];
            sum += off * off;
        }
        return Math.sqrt(sum);
    }

    @Test
    void feetKeepTheBaseWhereItIsThoughNothingSeesIt() {
        double standing = error(SwayingQuadruped.FEET, 20);
        double drifting = error(List.of(), 20);
        assertTrue(standing < 0.02, "with feet off by " + standing + " m");
        assertTrue(drifting > 10 * standing, "without feet off by " + drifting + " m");
    }

    @Test
    void aLiftedFootIsToldAndTheOthersStand() {
        SwayingQuadruped robot = new SwayingQuadruped();
        Estimates estimates = estimates(robot, SwayingQuadruped.FEET);
        for (int i = 0; i < 250 * 8; i++) {
            robot.step();
            estimates.take(robot.imu());
            estimates.take(robot.jointState());
            double t = robot.seconds();
            EstimateRecord record = estimates.record(0);
            if (t > 1 && t < SwayingQuadruped.LIFT || t > SwayingQuadruped.DOWN + 0.2) {
                SwayingQuadruped.FEET.forEach(foot -> assertTrue(touched(record, foot), foot + " at " + t));
            }
            if (t > SwayingQuadruped.LIFT + 0.2 && t < SwayingQuadruped.DOWN) {
                assertFalse(touched(record, "FL_calf"), "FL_calf at " + t);
                assertTrue(touched(record, "FR_calf"), "FR_calf at " + t);
                assertTrue(touched(record, "RL_calf"), "RL_calf at " + t);
                // The trunk's weight is over the other two: the fourth bears next to nothing.
            }
        }
    }

    @Test
    void whatIsRestoredGoesOnAsIfNothingHadHappened() {
        SwayingQuadruped robot = new SwayingQuadruped();
        Estimates one = estimates(robot, SwayingQuadruped.FEET);
        Estimates other = estimates(robot, SwayingQuadruped.FEET);
        for (int i = 0; i < 1500; i++) {
            robot.step();
            if (i == 1000) {
                CanonicalOutput out = new CanonicalOutput();
                one.save(out);
                other.restore(new CanonicalInput(out.toByteArray()));
            }
            ImuFrame imu = robot.imu();
            JointStateFrame state = robot.jointState();
            one.take(imu);
            one.take(state);
            if (i >= 1000) {
                other.take(imu);
                other.take(state);
            }
        }
        CanonicalOutput a = new CanonicalOutput();
        one.record(0).encode(a);
        CanonicalOutput b = new CanonicalOutput();
        other.record(0).encode(b);
        assertArrayEquals(a.toByteArray(), b.toByteArray());
    }

    @Test
    void feetAreKnownByTheNamesOfTheLastLinks() {
        RobotModel go = SwayingQuadruped.read("scenarios", "library", "robots", "quadruped", "quadruped.urdf");
        assertEquals(List.of(), FootLinks.of(go.withFloatingBase(true)), "its feet are part of the calves");
        assertEquals(-0.215, FootLinks.frame(go, "FL_calf").pose().z(), 1e-12);
        assertTrue(FootLinks.candidates(go).containsAll(SwayingQuadruped.FEET));
    }
}
