package io.sigmaprompt.twin.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.session.ThreeJointArm;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResidualDetectorTest {
    private static final int ELBOW = 2;

    private final Random random = new Random(11);
    private final Watch watch = new Watch(ThreeJointArm.model());
    private final ResidualDetector detector = new ResidualDetector(AnalysisSettings.DEFAULT, 3);

    /** Frames every 10 ms in which the elbow moves at a speed and leaves a residual, with 0.2 N m of noise. */
    private void frames(int count, double speed, double residual) {
        frames(count, 10, speed, residual);
    }

    private void frames(int count, long milliseconds, double speed, double residual) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(watch.velocity, speed);
            for (int j = 0; j < 3; j++) {
                watch.residual[j] = 0.2 * random.nextGaussian() + (j == ELBOW ? residual : 0);
            }
            watch.after(milliseconds).show(detector);
        }
    }

    @Test
    void aResidualThatLastsIsFoundAtItsJoint() {
        frames(100, 0.5, 0);
        frames(19, 0.5, 5);
        assertEquals(List.of(), watch.said);
        frames(3, 0.5, 5);
        assertEquals("residual/elbow", watch.last().id());
        assertTrue(watch.last().value() > 6);
        assertTrue(watch.last().explanation().contains("N·m"));
        assertEquals(1, watch.said.size());
    }

    @Test
    void itMustLastAsLongWhereFramesAreFew() {
        frames(100, 50, 0.5, 0);
        frames(3, 50, 0.5, 5);
        assertEquals(List.of(), watch.said);
        frames(2, 50, 0.5, 5);
        assertEquals(1, watch.said.size());
    }

    @Test
    void aBlipIsNoFinding() {
        frames(100, 0.5, 0);
        for (int i = 0; i < 20; i++) {
            frames(10, 0.5, 5);
            frames(10, 0.5, 0);
        }
        assertEquals(List.of(), watch.said);
    }

    @Test
    void whatWasAlwaysSoIsUsual() {
        frames(100, 0.5, 4);
        frames(100, -0.5, -4);
        for (int i = 0; i < 10; i++) {
            frames(30, 0.5, 4);
            frames(30, -0.5, -4);
        }
        assertEquals(List.of(), watch.said);
    }

    @Test
    void aFaultDoesNotBecomeUsualHoweverLongItLasts() {
        frames(100, 0.5, 0);
        frames(2_000, 0.5, 5);
        assertEquals(1, watch.said.size());
        frames(30, 0.5, 0);
        assertFalse(watch.last().active());
        frames(30, 0.5, 5);
        assertTrue(watch.last().active());
    }

    @Test
    void restDoesNotCountAsRecovery() {
        frames(100, 0.5, 0);
        frames(100, 0, 0);
        frames(30, 0.5, 5);
        frames(500, 0, 0);
        assertEquals(1, watch.said.size());
    }

    @Test
    void motionThatWasNeverSeenDoesNotCountAsRecovery() {
        frames(100, 0.5, 0);
        frames(30, 0.5, 5);
        frames(200, -0.5, -5);
        assertEquals(1, watch.said.size());
        assertTrue(Double.isNaN(detector.sigma()[ELBOW]));
    }

    @Test
    void whereThereIsNoResidualThereIsNoJudgement() {
        frames(100, 0.5, 0);
        frames(30, 0.5, Double.NaN);
        assertEquals(List.of(), watch.said);
        assertTrue(Double.isNaN(detector.sigma()[ELBOW]));
    }

    @Test
    void theSameFrameIsJudgedOnce() {
        frames(100, 0.5, 0);
        frames(1, 0.5, 5);
        for (int i = 0; i < 100; i++) {
            watch.nanos += 10 * Watch.MILLISECOND;
            watch.show(detector);
        }
        assertEquals(List.of(), watch.said);
    }

    @Test
    void restoredItGoesOnToTheSameBits() {
        frames(100, 0.5, 0);
        frames(10, 0.5, 5);
        CanonicalOutput out = new CanonicalOutput();
        detector.save(out);
        ResidualDetector other = new ResidualDetector(AnalysisSettings.DEFAULT, 3);
        other.restore(new CanonicalInput(out.toByteArray()));
        Watch elsewhere = new Watch(ThreeJointArm.model());
        for (int i = 0; i < 30; i++) {
            frames(1, 0.5, 5);
            elsewhere.nanos = watch.nanos;
            elsewhere.sourceNanos = watch.sourceNanos;
            System.arraycopy(watch.velocity, 0, elsewhere.velocity, 0, 3);
            System.arraycopy(watch.residual, 0, elsewhere.residual, 0, 3);
            elsewhere.show(other);
        }
        assertEquals(watch.said.getLast(), elsewhere.said.getLast());
        assertEquals(1, elsewhere.said.size());
    }
}
