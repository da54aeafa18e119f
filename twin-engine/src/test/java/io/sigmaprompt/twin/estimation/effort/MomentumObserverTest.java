package io.sigmaprompt.twin.estimation.effort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.Frame;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.world.Integrator;
import io.sigmaprompt.physics.world.RobotSimulation;
import io.sigmaprompt.physics.world.SimulationSettings;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.estimation.StateEstimator;
import io.sigmaprompt.twin.session.ThreeJointArm;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentumObserverTest {
    private static final double[] NOTHING = new double[3];

    /** Without friction, which at its reversals is known no better than its size. */
    private static RobotModel frictionless() {
        return withLosses(1.5);
    }

    private static RobotModel withLosses(double damping) {
        RobotModel model = ThreeJointArm.model();
        List<Joint> joints = model.joints().stream()
                .map(j -> new Joint(
                        j.name(),
                        j.type(),
                        j.parent(),
                        j.child(),
                        j.origin(),
                        j.axis(),
                        j.limits(),
                        new JointDynamics(damping, 0, 0.05),
                        null))
                .toList();
        return new RobotModel(model.name(), false, model.links(), joints);
    }

    @Test
    void pureMotionIsNoTouch() {
        TouchedArm arm = new TouchedArm(frictionless(), 1);
        arm.noise = 0;
        arm.swing = 0.8;
        arm.run(1, t -> NOTHING, () -> {});
        double[] worst = new double[3];
        arm.run(4, t -> NOTHING, () -> {
            for (int i = 0; i < 3; i++) {
                worst[i] = Math.max(worst[i], Math.abs(arm.observer.tauExternal()[i]));
            }
        });
        assertArrayEquals(NOTHING, worst, 0.02);
    }

    @Test
    void anExternalTorqueIsToldWithinItsStatedDeviation() {
        TouchedArm arm = new TouchedArm(frictionless(), 2);
        double[] touch = {4, -7, 2.5};
        arm.run(2, t -> touch, () -> {});
        double[] squares = new double[3];
        int[] frames = {0};
        arm.run(22, t -> touch, () -> {
            frames[0]++;
            for (int i = 0; i < 3; i++) {
                double error = arm.observer.tauExternal()[i] - touch[i];
                squares[i] += error * error / arm.observer.variance()[i];
            }
        });
        for (int i = 0; i < 3; i++) {
            double ratio = squares[i] / frames[0];
            assertTrue(ratio < 1.2, "joint " + i + " errs by " + ratio + " of its variance");
            assertTrue(Math.sqrt(arm.observer.variance()[i]) < 0.5, "joint " + i + " is told too vaguely");
        }
    }

    @Test
    void aTouchIsFollowedWithTheDeclaredTimeConstant() {
        TouchedArm arm = new TouchedArm(frictionless(), 3);
        arm.noise = 0;
        double constant = arm.observer.settings().timeConstant();
        assertEquals(0.04, constant, 1e-12);
        double[] reached = {Double.NaN};
        double[] touch = {0, 10, 0};
        arm.run(2, t -> NOTHING, () -> {});
        arm.run(3, t -> touch, () -> {
            if (Double.isNaN(reached[0]) && arm.observer.tauExternal()[1] >= 10 * (1 - StrictMath.exp(-1))) {
                reached[0] = arm.seconds() - 2;
            }
        });
        // The trapezoid takes half a frame, and the frame that finds it may come a whole one later.
        assertEquals(constant, reached[0], 2.5 * TouchedArm.PERIOD * 1e-9);
        assertEquals(10, arm.observer.tauExternal()[1], 0.05);
        assertEquals(0, arm.observer.tauExternal()[2], 0.05);
    }

    @Test
    void knownFrictionIsNoTouchAndAtRestItHidesAsMuchAsItIs() {
        TouchedArm arm = new TouchedArm(4);
        arm.run(1, t -> NOTHING, () -> {});
        double[] worst = new double[3];
        arm.run(6, t -> NOTHING, () -> {
            for (int i = 0; i < 3; i++) {
                double sigmas = Math.abs(arm.observer.tauExternal()[i])
                        / Math.sqrt(arm.observer.variance()[i]);
                worst[i] = Math.max(worst[i], Math.abs(arm.v[i]) > 0.2 ? sigmas : 0);
            }
        });
        for (double one : worst) {
            assertTrue(one < 5, "motion taken for a touch of " + one + " sigma");
        }
        TouchedArm resting = new TouchedArm(5);
        resting.swing = 0;
        resting.run(2, t -> new double[] {2, 5, 0}, () -> {});
        assertArrayEquals(new double[] {0, 2, 0}, resting.observer.tauExternal(), 0.1);
        assertTrue(Math.sqrt(resting.observer.variance()[1]) > 1.7);
    }

    @Test
    void aSimulatedArmThatIsPushedTellsHowHard() {
        RobotModel model = frictionless();
        RobotSimulation simulation = new RobotSimulation(model, SimulationSettings.DEFAULT);
        simulation.reset(TouchedArm.START, new double[3]);
        DrivenJoints joints = new DrivenJoints(model);
        StateEstimator estimate = new StateEstimator(joints, TouchedArm.START);
        MomentumObserver observer =
                new MomentumObserver(model, joints, TouchedArm.START, MomentumObserverSettings.DEFAULT);
        Random random = new Random(6);
        for (int i = 1; i <= 3000; i++) {
            for (int d = 0; d < 3; d++) {
                double omega = 3 - 0.5 * d;
                double t = i * 1e-3;
                simulation.commandPosition(
                        d,
                        TouchedArm.START[d] + 0.3 * StrictMath.sin(omega * t),
                        0.3 * omega * StrictMath.cos(omega * t),
                        -0.3 * omega * omega * StrictMath.sin(omega * t));
            }
            simulation.step(1e-3);
            if (i % 8 == 0) {
                double[][] told = new double[3][3];
                for (int d = 0; d < 3; d++) {
                    told[0][d] = simulation.position(d) + 1e-5 * random.nextGaussian();
                    told[1][d] = simulation.velocity(d) + 1e-3 * random.nextGaussian();
                    // The drive bears 6 N m less than the arm needs: someone lifts.
                    told[2][d] = simulation.effort(d) - (d == 1 ? 6 : 0) + 0.05 * random.nextGaussian();
                }
                estimate.update(
                        new JointStateFrame("arm", i * 1_000_000L, 0, joints.names(), told[0], told[1], told[2]));
                observer.update(estimate);
            }
        }
        double[] expected = {0, 6, 0};
        for (int d = 0; d < 3; d++) {
            double sigma = Math.sqrt(observer.variance()[d]);
            assertEquals(expected[d], observer.tauExternal()[d], 4 * sigma, "joint " + d);
        }
    }

    @Test
    void aFallingTumblingArmIsTouchedByNothing() {
        RobotModel model = frictionless().withFloatingBase(true);
        RobotSimulation simulation =
                new RobotSimulation(model, new SimulationSettings(Integrator.RUNGE_KUTTA_4, 9.81, 30, 1, true));
        double[] q = model.neutral();
        System.arraycopy(TouchedArm.START, 0, q, 7, 3);
        simulation.reset(q, new double[] {0.9, -0.5, 0.3, 0.1, 0, 2, 0.5, -0.7, 1});
        DrivenJoints joints = new DrivenJoints(model);
        StateEstimator estimate = new StateEstimator(joints, TouchedArm.START);
        MomentumObserver observer = new MomentumObserver(model, joints, q, MomentumObserverSettings.DEFAULT);
        assertEquals(6, observer.base());
        double worst = 0;
        for (int d = 0; d < 3; d++) {
            simulation.commandEffort(d, 0);
        }
        for (int i = 1; i <= 800; i++) {
            double[] effort = {
                2 * StrictMath.sin(i * 5e-3), 2 * StrictMath.cos(i * 4e-3), 1.5 * StrictMath.sin(i * 7e-3)
            };
            for (int d = 0; d < 3; d++) {
                simulation.commandEffort(d, effort[d]);
            }
            simulation.step(1e-3);
            double[] now = simulation.q();
            double[] moving = simulation.v();
            observer.placeBase(now, moving);
            estimate.update(new JointStateFrame(
                    "arm",
                    i * 1_000_000L,
                    0,
                    joints.names(),
                    Arrays.copyOfRange(now, 7, 10),
                    Arrays.copyOfRange(moving, 6, 9),
                    effort));
            observer.update(estimate);
            if (i > 300) {
                for (double one : observer.tauExternal()) {
                    worst = Math.max(worst, Math.abs(one));
                }
            }
        }
        // It weighs 157 N.
        assertTrue(worst < 0.3, "falling taken for a touch of " + worst);
    }

    @Test
    void aForceAtTheForearmIsToldAsThatForce() {
        TouchedArm arm = new TouchedArm(frictionless(), 7);
        Frame tip = new Frame("tip", 3, new Pose(0, 0, 0.3, 0, 0, 0, 1));
        double[] force = {0, 0, 0, 12, -8, 20};
        double[] jacobian = new double[18];
        ExternalWrench wrench = new ExternalWrench(arm.model, arm.joints, tip);
        arm.run(
                2,
                t -> {
                    arm.dynamics().frameJacobian(arm.q, tip, jacobian);
                    double[] tau = new double[3];
                    for (int i = 0; i < 3; i++) {
                        for (int k = 0; k < 6; k++) {
                            tau[i] += jacobian[3 * k + i] * force[k];
                        }
                    }
                    return tau;
                },
                () -> {});
        assertTrue(wrench.update(arm.observer));
        // Three torques cannot tell six numbers: each is within what its covariance says, which stays wide.
        for (int k = 0; k < 6; k++) {
            double sigma = Math.sqrt(wrench.covariance()[7 * k]);
            assertEquals(force[k], wrench.wrench()[k], 3 * sigma, "entry " + k);
        }
        // What they do tell is the torques themselves.
        double explained = 0;
        arm.dynamics().frameJacobian(arm.estimate.position(), tip, jacobian);
        for (int k = 0; k < 6; k++) {
            explained += jacobian[3 * k + 1] * wrench.wrench()[k];
        }
        assertEquals(arm.observer.tauExternal()[1], explained, 0.05);
    }

    @Test
    void aModelThatKnowsNoLossesLeavesRoomForThem() {
        TouchedArm arm = new TouchedArm(withLosses(0), 10);
        arm.run(2, t -> new double[] {6, 0, 0}, () -> {});
        // A tenth of the effort limits of 80 and 50 N m.
        assertEquals(8, Math.sqrt(arm.observer.variance()[0]), 0.1);
        assertEquals(5, Math.sqrt(arm.observer.variance()[2]), 0.1);
        assertEquals(6, arm.observer.tauExternal()[0], 0.2);
    }

    @Test
    void withoutEffortNothingIsKnown() {
        TouchedArm arm = new TouchedArm(8);
        arm.run(1, t -> NOTHING, () -> {});
        arm.estimate.update(
                new JointStateFrame("arm", arm.nanos + 1, 0, arm.joints.names(), arm.q, arm.v, new double[0]));
        arm.observer.update(arm.estimate);
        assertTrue(Double.isNaN(arm.observer.tauExternal()[0]));
        arm.run(1.5, t -> NOTHING, () -> {});
        assertTrue(Double.isFinite(arm.observer.tauExternal()[0]));
    }

    @Test
    void restoredItGoesOnToTheSameBits() {
        TouchedArm arm = new TouchedArm(9);
        for (double cut : new double[] {0.002, 0.31, 1.234}) {
            arm.run(arm.seconds() + cut, t -> new double[] {1, 2, 3}, () -> {});
            CanonicalOutput out = new CanonicalOutput();
            arm.observer.save(out);
            MomentumObserver other =
                    new MomentumObserver(arm.model, arm.joints, new double[3], MomentumObserverSettings.DEFAULT);
            other.restore(new CanonicalInput(out.toByteArray()));
            arm.run(arm.seconds() + 0.1, t -> NOTHING, () -> {
                other.update(arm.estimate);
                assertArrayEquals(arm.observer.tauExternal(), other.tauExternal());
                assertArrayEquals(arm.observer.variance(), other.variance());
            });
        }
    }
}
