package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.record.EstimateRecord;
import io.sigmaprompt.twin.simulation.VirtualRobot;
import io.sigmaprompt.twin.telemetry.ImuFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import io.sigmaprompt.twin.telemetry.OdometryFrame;
import io.sigmaprompt.twin.telemetry.PoseFrame;
import io.sigmaprompt.twin.telemetry.WrenchFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class EstimatesTest {
    private static final double[] NONE = {};
    private static final double[] UPRIGHT = {0, 0, 0, 1};

    @Test
    void eachCycleTellsHowExactlyTheRobotIsKnown() {
        Story story = Story.pickWithElbowFriction().until(4.9);
        List<EstimateRecord> told = story.said(EstimateRecord.class);
        assertTrue(told.size() > 300);
        double nis = 0;
        int counted = 0;
        for (EstimateRecord record : told) {
            if (record.simNanos() < 3_000_000_000L) {
                continue;
            }
            for (int i = 0; i < 3; i++) {
                nis += record.innovationNis()[i] / record.innovationFreedom()[i];
                counted++;
                // The encoder's noise is 1e-5 rad, that of velocities 1e-3 rad/s.
                assertTrue(record.positionDeviation()[i] < 2e-4);
                assertTrue(record.velocityDeviation()[i] < 0.02);
                assertTrue(record.delaySeconds()[i] < 0.03);
            }
        }
        double mean = nis / counted;
        // Restlessness is learnt faster than calm, so that deviations are rather too wide: by up to twice.
        assertTrue(mean > 0.25 && mean < 1.2, "NIS " + mean);
    }

    @Test
    void aHealthyRobotIsNotTouchedAndCarriesNothing() {
        Story story = Story.pickWithElbowFriction().until(4.9);
        for (EstimateRecord record : story.said(EstimateRecord.class)) {
            assertTrue(
                    record.contacts().stream().noneMatch(EstimateRecord.Contact::touched), "at " + record.simNanos());
        }
        EstimateRecord.Payload load =
                story.said(EstimateRecord.class).getLast().payload().getFirst();
        assertEquals("fore", load.link());
        assertEquals(0, load.mass(), 0.3);
    }

    private static TwinConfiguration floating() {
        VirtualRobot arm = ThreeJointArm.body();
        RobotModel model = arm.model().withFloatingBase(true);
        double[] start = model.neutral();
        System.arraycopy(arm.initialPosition(), 0, start, 7, 3);
        VirtualRobot body = new VirtualRobot(
                arm.name(),
                model,
                start,
                arm.settings(),
                arm.telemetryNanos(),
                arm.noiseSeed(),
                arm.positionNoise(),
                arm.velocityNoise(),
                arm.effortNoise());
        TwinConfiguration fixed = ThreeJointArm.twin(false, TwinMode.MIRROR);
        return new TwinConfiguration(
                fixed.robot(),
                body,
                false,
                fixed.mode(),
                fixed.ingest(),
                fixed.prediction(),
                fixed.analysis(),
                fixed.minds(),
                fixed.arbitration(),
                fixed.gate());
    }

    private static Estimates estimates() {
        TwinConfiguration configuration = floating();
        return new Estimates(
                configuration, new DrivenJoints(configuration.body().model()));
    }

    /** A base that glides along x at half a metre a second from its second second on. */
    private static void glide(Estimates estimates, int from, int to) {
        for (int i = from; i <= to; i++) {
            long at = i * 5_000_000L;
            double since = Math.max(0, i * 0.005 - 1);
            double speed = Math.min(0.5, since);
            double x = since < 0.5 ? since * since / 2 : 0.125 + 0.5 * (since - 0.5);
            double acceleration = since > 0 && since < 0.5 ? 1 : 0;
            estimates.take(
                    new ImuFrame("arm", at, at, "imu", NONE, new double[3], new double[] {acceleration, 0, 9.81}));
            if (i % 4 == 0) {
                estimates.take(new OdometryFrame(
                        "arm",
                        at,
                        at,
                        "odom",
                        "base_link",
                        new double[] {x, 0, 0},
                        UPRIGHT,
                        new double[] {speed, 0, 0},
                        new double[3],
                        NONE,
                        NONE));
            }
            estimates.take(new JointStateFrame(
                    "arm", at, at, List.of("pan", "lift", "elbow"), new double[] {0, -0.6, 0.9}, new double[3], NONE));
        }
    }

    @Test
    void aFreeBaseIsToldFromItsImuAndOdometry() {
        Estimates estimates = estimates();
        glide(estimates, 1, 1000);
        EstimateRecord.Base base = estimates.record(0).base().getFirst();
        assertEquals(0.125 + 0.5 * 3.5, base.pose()[0], 0.02);
        assertEquals(0.5, base.twist()[3], 0.02);
        assertTrue(Math.sqrt(base.covariance()[0]) < 0.03);
        assertTrue(Math.sqrt(base.covariance()[7]) < 0.03);
        assertTrue(base.twistDeviation()[0] < 0.03);
    }

    @Test
    void whatIsSeenFromOutsideGoesBeforeOdometry() {
        Estimates estimates = estimates();
        glide(estimates, 1, 400);
        estimates.take(new PoseFrame(
                "arm", 2_000_000_000L, 0, "map", "", new double[] {7, 8, 0.5}, new double[] {0, 0, 0, -1}, NONE));
        glide(estimates, 401, 410);
        EstimateRecord.Base base = estimates.record(0).base().getFirst();
        assertEquals(7, base.pose()[0], 0.1);
        assertEquals(8, base.pose()[1], 0.1);
    }

    @Test
    void aPressedForceSensorIsAContact() {
        Estimates estimates = estimates();
        for (int i = 0; i < 5; i++) {
            estimates.take(
                    new WrenchFrame("arm", i * 5_000_000L, 0, "left_foot", new double[] {3, 0, 80}, new double[3]));
        }
        EstimateRecord record = estimates.record(0);
        assertEquals(
                new EstimateRecord.Contact("left_foot", true), record.contacts().getLast());
        assertFalse(record.contacts().getFirst().touched());
    }

    @Test
    void restoredItGoesOnToTheSameRecords() {
        Estimates estimates = estimates();
        glide(estimates, 1, 333);
        estimates.take(new WrenchFrame("arm", 1, 0, "left_foot", new double[] {3, 0, 80}, new double[3]));
        CanonicalOutput out = new CanonicalOutput();
        estimates.save(out);
        Estimates other = estimates();
        other.restore(new CanonicalInput(out.toByteArray()));
        glide(estimates, 334, 500);
        glide(other, 334, 500);
        CanonicalOutput one = new CanonicalOutput();
        CanonicalOutput two = new CanonicalOutput();
        estimates.record(5).encode(one);
        other.record(5).encode(two);
        assertArrayEquals(one.toByteArray(), two.toByteArray());
    }
}
