package io.sigmaprompt.twin.estimation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.RecursiveNewtonEuler;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffortResidualTest {
    private static final double[] START = {0, -0.6, 0.9};
    private static final double[] NONE = new double[0];
    private static final List<String> NAMES = List.of("pan", "lift", "elbow");
    private static final long PERIOD = 8_000_000;

    private final RobotModel model = ThreeJointArm.model();
    private final StateEstimator estimate = new StateEstimator(new DrivenJoints(model), START);
    private final EffortResidual residual = residual();

    private EffortResidual residual() {
        return new EffortResidual(model, new DrivenJoints(model), START);
    }

    /** The arm swings sinusoidally; what drives it is its inverse dynamics, its losses and {@code extra} at the elbow. */
    private JointStateFrame swinging(long nanos, double extra, boolean withEffort) {
        double[] q = new double[3];
        double[] v = new double[3];
        double[] vdot = new double[3];
        double omega = 4;
        double t = nanos * 1e-9;
        for (int i = 0; i < 3; i++) {
            double phase = omega * t + 0.3 * i;
            q[i] = START[i] + 0.3 * StrictMath.sin(phase);
            v[i] = 0.3 * omega * StrictMath.cos(phase);
            vdot[i] = -0.3 * omega * omega * StrictMath.sin(phase);
        }
        double[] tau = new double[3];
        new RecursiveNewtonEuler(model).inverseDynamics(q, v, vdot, tau);
        for (int i = 0; i < 3; i++) {
            // Damping 1.5 N m s/rad, Coulomb friction 3 N m, armature 0.05 kg m², as the arm has them.
            tau[i] += 1.5 * v[i] + 3 * Math.signum(v[i]) + 0.05 * vdot[i];
        }
        tau[2] += extra;
        return new JointStateFrame("arm", nanos, 0, NAMES, q, v, withEffort ? tau : NONE);
    }

    private long now = PERIOD;

    private void swing(int frames, double extra, boolean withEffort) {
        for (int i = 0; i < frames; i++, now += PERIOD) {
            estimate.update(swinging(now, extra, withEffort));
            residual.update(estimate);
        }
    }

    @Test
    void whatTheModelExplainsLeavesNothing() {
        swing(3, 0, true);
        for (int i = 0; i < 200; i++) {
            swing(1, 0, true);
            for (double one : residual.residual()) {
                assertEquals(0, one, 0.1, "frame " + i);
            }
        }
    }

    @Test
    void whatTheModelDoesNotExplainIsLeftAtItsJoint() {
        swing(100, 7, true);
        assertArrayEquals(new double[] {0, 0, 7}, residual.residual(), 0.1);
    }

    @Test
    void itIsSmoothedOverFiftyMilliseconds() {
        swing(100, 0, true);
        swing(1 + 6, 10, true);
        // One frame late, then 48 ms of a first-order lag of 50 ms: 10 (1 - (1 - 8/58)^6) = 5.9.
        assertEquals(5.9, residual.residual()[2], 0.2);
    }

    @Test
    void itIsNotKnownBeforeTheThirdFrame() {
        swing(2, 0, true);
        assertTrue(Double.isNaN(residual.residual()[0]));
        swing(1, 0, true);
        assertFalse(Double.isNaN(residual.residual()[0]));
    }

    @Test
    void aFrameWithoutEffortDoesNotSilenceItForEver() {
        swing(20, 7, true);
        swing(1, 7, false);
        swing(1, 7, true);
        assertTrue(Double.isNaN(residual.residual()[2]));
        swing(20, 7, true);
        assertEquals(7, residual.residual()[2], 0.2);
    }

    @Test
    void aGapForgetsWhatWasBeforeIt() {
        swing(50, 7, true);
        now += 200_000_000;
        swing(1, 0, true);
        assertTrue(Double.isNaN(residual.residual()[2]));
        swing(3, 0, true);
        assertEquals(0, residual.residual()[2], 0.1);
    }

    @Test
    void atRestFrictionMayExplainAsMuchAsItIs() {
        double[] gravity = new double[3];
        new RecursiveNewtonEuler(model).inverseDynamics(START, new double[3], new double[3], gravity);
        for (int i = 1; i <= 60; i++) {
            double[] effort = {gravity[0] + 2.9, gravity[1] - 2.9, gravity[2] + 5};
            estimate.update(new JointStateFrame("arm", i * PERIOD, 0, NAMES, START, new double[3], effort));
            residual.update(estimate);
        }
        assertArrayEquals(new double[] {0, 0, 2}, residual.residual(), 1e-9);
    }

    @Test
    void restoredItGoesOnToTheSameBits() {
        swing(30, 7, true);
        CanonicalOutput out = new CanonicalOutput();
        residual.save(out);
        EffortResidual other = residual();
        other.restore(new CanonicalInput(out.toByteArray()));
        for (int i = 0; i < 5; i++) {
            swing(1, 7, true);
            other.update(estimate);
            assertArrayEquals(residual.residual(), other.residual());
        }
    }
}
