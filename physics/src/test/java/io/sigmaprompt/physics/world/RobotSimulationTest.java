package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.MechanicalEnergy;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.RobotModel;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RobotSimulationTest {
    private static final double DT = 1e-3;
    private static final JointLimits WIDE = new JointLimits(-10, 10, 10, 200);

    private static SimulationSettings with(Integrator integrator) {
        return new SimulationSettings(integrator, 9.81, 30, 1, true);
    }

    private static double target(int drive, double t) {
        return 0.5 * (1 - StrictMath.cos((1 + 0.2 * drive) * t));
    }

    private static void follow(RobotSimulation simulation, int drive, double scale) {
        double w = 1 + 0.2 * drive;
        double t = simulation.time();
        simulation.commandPosition(
                drive,
                scale * target(drive, t),
                scale * 0.5 * w * StrictMath.sin(w * t),
                scale * 0.5 * w * w * StrictMath.cos(w * t));
    }

    private static void followAll(RobotSimulation simulation) {
        for (int d = 0; d < simulation.driveCount(); d++) {
            follow(simulation, d, simulation.driveName(d).equals("left") ? 0.03 : 1);
        }
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aPositionServoTracksAMovingTargetToAMilliradian(Integrator integrator) {
        RobotSimulation simulation = new RobotSimulation(SampleRobots.arm(), with(integrator));
        for (int k = 0; k < 3000; k++) {
            followAll(simulation);
            simulation.step(DT);
            for (int d = 0; d < 6; d++) {
                assertEquals(target(d, simulation.time()), simulation.position(d), 1e-3, "drive " + d + " at " + k);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aVelocityServoReachesItsVelocity(Integrator integrator) {
        RobotSimulation simulation = new RobotSimulation(SampleRobots.arm(), with(integrator));
        simulation.commandVelocity(1, 0.4);
        for (int k = 0; k < 1000; k++) {
            simulation.step(DT);
        }
        assertEquals(0.4, simulation.velocity(1), 2e-3);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void frictionHoldsAJointAgainstGravityUpToItsStrength(Integrator integrator) {
        RobotModel held = SampleRobots.lever(WIDE, new JointDynamics(0, 5.2, 0));
        RobotModel slipping = SampleRobots.lever(WIDE, new JointDynamics(0, 4.6, 0));
        RobotSimulation strong = new RobotSimulation(held, with(integrator));
        RobotSimulation weak = new RobotSimulation(slipping, with(integrator));
        strong.commandEffort(0, 0);
        weak.commandEffort(0, 0);
        for (int k = 0; k < 1000; k++) {
            strong.step(DT);
            weak.step(DT);
        }
        assertEquals(0, strong.position(0), 1e-5);
        assertTrue(weak.position(0) > 0.1, "slipped only " + weak.position(0));
    }

    @Test
    void frictionOfASlidingJointIsItsStrength() {
        RobotModel model = SampleRobots.lever(WIDE, new JointDynamics(0, 2, 0));
        RobotSimulation simulation =
                new RobotSimulation(model, new SimulationSettings(Integrator.SEMI_IMPLICIT_EULER, 0, 30, 1, false));
        simulation.reset(new double[] {0}, new double[] {1});
        simulation.commandEffort(0, 0);
        simulation.step(DT);
        double inertia = 0.04 + 2 * 0.25 * 0.25;
        assertEquals(-2 / inertia, simulation.acceleration(0), 1e-9);
        simulation.scaleFriction(0, 3);
        simulation.step(DT);
        assertEquals(-6 / inertia, simulation.acceleration(0), 1e-9);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aLimitHoldsAgainstFullEffortAndSpeed(Integrator integrator) {
        RobotModel model = SampleRobots.lever(new JointLimits(-0.5, 0.7, 10, 200), JointDynamics.NONE);
        RobotSimulation simulation = new RobotSimulation(model, with(integrator));
        for (double effort : new double[] {200, -200, 0}) {
            simulation.commandEffort(0, effort);
            for (int k = 0; k < 2000; k++) {
                simulation.step(DT);
                assertTrue(simulation.position(0) <= 0.7 + 1e-3, "upper passed: " + simulation.position(0));
                assertTrue(simulation.position(0) >= -0.5 - 1e-3, "lower passed: " + simulation.position(0));
            }
            assertEquals(0, simulation.velocity(0), 1e-4);
            assertEquals(effort < 0 ? -0.5 : 0.7, simulation.position(0), 1e-3);
        }
    }

    @Test
    void hittingALimitGivesNoEnergy() {
        RobotModel model = SampleRobots.lever(new JointLimits(-0.5, 0.7, 10, 200), new JointDynamics(0.01, 0.05, 0));
        RobotSimulation simulation = new RobotSimulation(model, with(Integrator.SEMI_IMPLICIT_EULER));
        MechanicalEnergy energy = new MechanicalEnergy(model);
        simulation.reset(new double[] {0.6}, new double[] {8});
        simulation.commandEffort(0, 0);
        double before = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
        for (int k = 0; k < 500; k++) {
            simulation.step(DT);
            double now = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
            assertTrue(now <= before + 1e-9, "from " + before + " to " + now + " at " + k);
            before = now;
        }
    }

    @Test
    void aPassiveArmWithLossesOnlyLosesEnergy() {
        RobotModel model = SampleRobots.arm();
        RobotSimulation simulation = new RobotSimulation(model, with(Integrator.SEMI_IMPLICIT_EULER));
        MechanicalEnergy energy = new MechanicalEnergy(model);
        double[] v = {1, -2, 1.5, 3, -3, 4, 0.1, 0.1};
        simulation.reset(new double[] {0.1, 0.4, -0.9, 0.3, 0.2, 0.1, 0.02, 0.02}, v);
        double first = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
        for (int d = 0; d < simulation.driveCount(); d++) {
            simulation.commandEffort(d, 0);
        }
        double worstGain = 0;
        double before = first;
        for (int k = 0; k < 4000; k++) {
            simulation.step(DT);
            double now = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
            worstGain = Math.max(worstGain, now - before);
            before = now;
        }
        assertTrue(worstGain < 1e-3, "gained " + worstGain + " J in a step");
        assertTrue(before < first);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void effortNeverPassesTheActuatorsLimit(Integrator integrator) {
        RobotModel model = SampleRobots.lever(new JointLimits(-10, 10, 10, 6), JointDynamics.NONE);
        RobotSimulation simulation = new RobotSimulation(model, with(integrator));
        simulation.commandPosition(0, 2, 0, 0);
        double greatest = 0;
        for (int k = 0; k < 3000; k++) {
            simulation.step(DT);
            greatest = Math.max(greatest, Math.abs(simulation.effort(0)));
        }
        assertEquals(6, greatest, 0.0);
        assertEquals(2, simulation.position(0), 1e-2);
        simulation.scaleEffortLimit(0, 0.5);
        simulation.commandEffort(0, 100);
        simulation.step(DT);
        assertEquals(3, simulation.effort(0), 0.0);
    }

    @Test
    void anEffortLimitOfZeroMeansNone() {
        RobotModel model = SampleRobots.lever(new JointLimits(-10, 10, 10, 0), JointDynamics.NONE);
        RobotSimulation simulation = new RobotSimulation(model, SimulationSettings.DEFAULT);
        simulation.commandEffort(0, 50);
        simulation.step(DT);
        assertEquals(50, simulation.effort(0), 0.0);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aMimicFollowsItsLeaderExactlyAndItsMassIsFelt(Integrator integrator) {
        RobotModel model = SampleRobots.arm();
        RobotSimulation simulation = new RobotSimulation(model, with(integrator));
        int left = simulation.drive("left");
        assertEquals(6, left);
        assertEquals(-1, simulation.drive("right"));
        int follower = model.qIndex(model.jointIndex("right"));
        for (int k = 0; k < 500; k++) {
            simulation.commandPosition(left, 0.03, 0, 0);
            simulation.step(DT);
            assertEquals(simulation.position(left), simulation.q()[follower], 0.0);
        }
        // The servo has no integral action: friction may hold the fingers short of the target.
        assertTrue(simulation.position(left) > 0.005, "moved to " + simulation.position(left));
        simulation.commandEffort(left, 10);
        simulation.setDrive(left, 0.01, 0.05);
        simulation.step(DT);
        // Both fingers, 0.1 kg, are pushed by 10 N less two frictions of 1 N and two dampings of 2 N s/m.
        double mass = 0.1;
        double expected = (10 - 2 - 4 * 0.05) / (mass + 4 * DT);
        assertEquals(expected, simulation.acceleration(left), integrator == Integrator.RUNGE_KUTTA_4 ? 3 : 1);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aRestoredStateRepeatsTheSameBits(Integrator integrator) {
        RobotSimulation simulation = new RobotSimulation(SampleRobots.arm(), with(integrator));
        simulation.scaleFriction(2, 3);
        for (int k = 0; k < 200; k++) {
            followAll(simulation);
            simulation.step(DT);
        }
        simulation.commandEffort(4, 1);
        simulation.commandVelocity(5, 0.3);
        simulation.scaleEffortLimit(1, 0.4);
        double[] saved = new double[simulation.stateSize() + 3];
        simulation.save(saved, 3);
        double[] first = runAndSave(simulation);
        simulation.scaleFriction(2, 1);
        simulation.commandPosition(4, 0, 0, 0);
        simulation.restore(saved, 3);
        assertArrayEquals(first, runAndSave(simulation));
        RobotSimulation other = new RobotSimulation(SampleRobots.arm(), with(integrator));
        other.restore(saved, 3);
        assertArrayEquals(first, runAndSave(other));
    }

    private static double[] runAndSave(RobotSimulation simulation) {
        for (int k = 0; k < 300; k++) {
            simulation.step(DT);
        }
        double[] out = new double[simulation.stateSize()];
        simulation.save(out, 0);
        return out;
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aTrajectoryHasTheSameBitsOnEveryMachine(Integrator integrator) {
        RobotSimulation simulation = new RobotSimulation(SampleRobots.arm(), with(integrator));
        long hash = 1;
        for (int k = 0; k < 2000; k++) {
            followAll(simulation);
            simulation.step(DT);
            for (int d = 0; d < simulation.driveCount(); d++) {
                hash = 31 * hash + Double.doubleToLongBits(simulation.position(d));
                hash = 31 * hash + Double.doubleToLongBits(simulation.effort(d));
            }
        }
        assertEquals(integrator == Integrator.RUNGE_KUTTA_4 ? -2568794435564354460L : 9139530886091155177L, hash);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void bothKernelsMoveTheRobotAlike(Integrator integrator) {
        RobotSimulation compiled = new RobotSimulation(SampleRobots.arm(), with(integrator));
        RobotSimulation generic;
        System.setProperty(CompiledDynamics.SWITCH, "generic");
        try {
            generic = new RobotSimulation(SampleRobots.arm(), with(integrator));
        } finally {
            System.clearProperty(CompiledDynamics.SWITCH);
        }
        assertEquals("compiled", compiled.kernel());
        assertEquals("generic", generic.kernel());
        for (int k = 0; k < 1000; k++) {
            followAll(compiled);
            compiled.step(DT);
            followAll(generic);
            generic.step(DT);
        }
        assertArrayEquals(generic.q(), compiled.q(), 1e-11);
        assertArrayEquals(generic.v(), compiled.v(), 1e-10);
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void aStepAllocatesNothing(Integrator integrator) {
        RobotSimulation simulation = new RobotSimulation(SampleRobots.arm(), with(integrator));
        for (int k = 0; k < 3000; k++) {
            followAll(simulation);
            simulation.step(DT);
        }
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int k = 0; k < 10_000; k++) {
            simulation.step(DT);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < 10_000, "10 000 steps allocated " + allocated + " bytes");
    }

    @Test
    void aStateThatIsNoStateIsRefused() {
        RobotSimulation simulation = new RobotSimulation(SampleRobots.arm(), SimulationSettings.DEFAULT);
        assertTrue(assertThrows(BadInputException.class, () -> simulation.reset(new double[3], new double[8]))
                .getMessage()
                .contains("expected 8 numbers, found 3"));
        assertTrue(assertThrows(BadInputException.class, () -> simulation.commandPosition(2, Double.NaN, 0, 0))
                .getMessage()
                .contains("joint 'joint3', position command"));
        assertThrows(BadInputException.class, () -> simulation.setDrive(0, 0, Double.POSITIVE_INFINITY));
        assertThrows(BadInputException.class, () -> simulation.scaleFriction(0, -1));
        assertThrows(BadInputException.class, () -> simulation.step(0));
    }
}
