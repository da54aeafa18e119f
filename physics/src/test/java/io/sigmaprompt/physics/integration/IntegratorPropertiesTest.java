package io.sigmaprompt.physics.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.GenericDynamics;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each method promises: its order, what it does to energy, and where it refuses. */
class IntegratorPropertiesTest {
    private static final double SPAN = 0.064;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void eachMethodConvergesAtItsOrderForEveryTypeOfJoint(long seed) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = lossy(random.tree(seed % 2 == 0), 0.3, 0.05);
        SmoothSystem system = new SmoothSystem(new GenericDynamics(model), (t, q, v, tau) -> {
            for (int i = 0; i < tau.length; i++) {
                tau[i] += (1 + i % 3) * StrictMath.sin(20 * t + i);
            }
        });
        double[] q0 = random.configuration(model);
        double[] v0 = random.vector(model.nv());
        double[] exact = run(new DormandPrince(system, 1e-13), q0, v0, 1);
        assertOrder(1, exact, system, SemiImplicitEuler::new, q0, v0, 512);
        assertOrder(1, exact, system, ImplicitDamping::new, q0, v0, 512);
        assertOrder(4, exact, system, RungeKutta4::new, q0, v0, 64);
        double[] loose = run(new DormandPrince(system, 1e-6), q0, v0, 1);
        assertEquals(0, distance(exact, loose), 1e-4);
    }

    private static void assertOrder(
            int order,
            double[] exact,
            SmoothSystem system,
            Function<SmoothSystem, SmoothIntegrator> method,
            double[] q0,
            double[] v0,
            int steps) {
        double coarse = distance(exact, run(method.apply(system), q0, v0, steps));
        double fine = distance(exact, run(method.apply(system), q0, v0, 2 * steps));
        double measured = StrictMath.log(coarse / fine) / StrictMath.log(2);
        String name = method.apply(system).getClass().getSimpleName();
        assertEquals(order, measured, 0.25, name + ", errors " + coarse + " and " + fine);
    }

    /** The state at the end, q and then v. */
    private static double[] run(SmoothIntegrator integrator, double[] q0, double[] v0, int steps) {
        double[] q = q0.clone();
        double[] v = v0.clone();
        double dt = SPAN / steps;
        for (int k = 0; k < steps; k++) {
            integrator.step(k * dt, q, v, dt);
        }
        double[] out = new double[q.length + v.length];
        System.arraycopy(q, 0, out, 0, q.length);
        System.arraycopy(v, 0, out, q.length, v.length);
        return out;
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int i = 0; i < a.length; i++) {
            square += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(square);
    }

    private static RobotModel lossy(RobotModel model, double damping, double armature) {
        return new RobotModel(
                model.name(),
                model.floatingBase(),
                model.links(),
                model.joints().stream()
                        .map(j -> new Joint(
                                j.name(),
                                j.type(),
                                j.parent(),
                                j.child(),
                                j.origin(),
                                j.axis(),
                                j.limits(),
                                new JointDynamics(damping, 0, armature),
                                null))
                        .toList());
    }

    private static RobotModel doublePendulum() {
        return Mechanism.onTheGround().rod(0, 1, 1).rod(1, 1, 1).model();
    }

    @Test
    void energyOfASwingingDoublePendulumIsKeptAsWellAsTheMethodIsGood() {
        // Ten seconds of a large swing: RK4 at 1 ms drifts by under 1e-7 J, the adaptive one at 1e-12 by under 1e-9 J;
        // semi-implicit Euler at 1 ms swings within 0.5 J, and a tenth of that at a tenth of the step.
        SmoothSystem system = new SmoothSystem(new GenericDynamics(doublePendulum()));
        assertEquals(0, energySwing(system, new RungeKutta4(system), 10_000), 1e-7);
        assertEquals(0, energySwing(system, new DormandPrince(system, 1e-12), 100), 1e-9);
        assertEquals(0, energySwing(system, new SemiImplicitEuler(system), 10_000), 0.5);
        assertEquals(0, energySwing(system, new SemiImplicitEuler(system), 100_000), 0.05);
    }

    private static double energySwing(SmoothSystem system, SmoothIntegrator integrator, int steps) {
        double[] q = {1.2, 0.4};
        double[] v = {0, 0};
        double start = energy(system, q, v);
        double worst = 0;
        double dt = 10.0 / steps;
        for (int k = 0; k < steps; k++) {
            integrator.step(k * dt, q, v, dt);
            worst = Math.max(worst, Math.abs(energy(system, q, v) - start));
        }
        return worst;
    }

    private static double energy(SmoothSystem system, double[] q, double[] v) {
        return system.dynamics().kineticEnergy(q, v) + system.dynamics().potentialEnergy(q) + system.armatureEnergy(v);
    }

    @Test
    void whatDampingTakesIsMissingFromTheEnergy() {
        RandomRobot random = new RandomRobot(11);
        RobotModel model = lossy(random.tree(true), 0.4, 0.02);
        SmoothSystem system = new SmoothSystem(new GenericDynamics(model));
        double[] q = random.configuration(model);
        double[] v = random.vector(model.nv());
        double start = energy(system, q, v);
        DormandPrince integrator = new DormandPrince(system, 1e-12);
        int steps = 200;
        double dt = 0.2 / steps;
        double lost = 0;
        for (int k = 0; k < steps; k++) {
            // Simpson's rule over each step.
            lost += dt / 6 * system.dissipation(v);
            integrator.step(k * dt, q, v, 0.5 * dt);
            lost += dt * 2 / 3 * system.dissipation(v);
            integrator.step((k + 0.5) * dt, q, v, 0.5 * dt);
            lost += dt / 6 * system.dissipation(v);
        }
        assertTrue(lost > 0.1, "lost " + lost);
        assertEquals(start - lost, energy(system, q, v), 1e-6 * Math.abs(start));
    }

    @Test
    void implicitDampingIsStableWhereTheExplicitOneIsNot() {
        RobotModel model = lossy(doublePendulum(), 3000, 0);
        SmoothSystem system = new SmoothSystem(new GenericDynamics(model));
        double[] q = {0.5, 0.5};
        double[] v = {2, -3};
        ImplicitDamping implicit = new ImplicitDamping(system);
        for (int k = 0; k < 1000; k++) {
            implicit.step(0, q, v, 1e-3);
        }
        assertTrue(Math.abs(v[0]) < 0.02 && Math.abs(v[1]) < 0.02, v[0] + ", " + v[1]);
        double[] q2 = {0.5, 0.5};
        double[] v2 = {2, -3};
        SemiImplicitEuler explicit = new SemiImplicitEuler(system);
        for (int k = 0; k < 6; k++) {
            explicit.step(0, q2, v2, 1e-3);
        }
        assertTrue(Math.abs(v2[0]) > 1e3, "" + v2[0]);
    }

    @Test
    void withoutDampingTheImplicitMethodIsSemiImplicitEuler() {
        RandomRobot random = new RandomRobot(5);
        RobotModel model = random.tree(true);
        SmoothSystem system = new SmoothSystem(new GenericDynamics(model));
        double[] q0 = random.configuration(model);
        double[] v0 = random.vector(model.nv());
        assertArrayEquals(
                run(new SemiImplicitEuler(system), q0, v0, 64), run(new ImplicitDamping(system), q0, v0, 64), 0.0);
    }

    @Test
    void theAdaptiveMethodSaysWhyItCannotGoOn() {
        RobotModel slider = Mechanism.onTheGround()
                .link(JointType.PRISMATIC, Mechanism.X, Vec3.ZERO, 1, Vec3.ZERO, Vec3.ZERO, JointDynamics.NONE)
                .model();
        SmoothSystem rubbing =
                new SmoothSystem(new GenericDynamics(slider), (t, q, v, tau) -> tau[0] -= 100 * Math.signum(v[0]));
        assertRefuses(rubbing, 1e-10, 1, 1, "no step is small enough");
        SmoothSystem broken =
                new SmoothSystem(new GenericDynamics(slider), (t, q, v, tau) -> tau[0] = t > 0.5 ? Double.NaN : 0);
        assertRefuses(broken, 1e-10, 1, 1, "expected finite rates, found NaN for entry 0 of v");
        assertRefuses(rubbing, 0, 1, 1, "expected a number above 0");
        assertRefuses(rubbing, 1e-10, 1, -1, "found -1.0");
        assertRefuses(rubbing, 1e-10, Double.NaN, 1, "expected finite rates");
    }

    private static void assertRefuses(SmoothSystem system, double tolerance, double v0, double dt, String expected) {
        String message = assertThrows(BadInputException.class, () -> new DormandPrince(system, tolerance)
                        .step(0, new double[1], new double[] {v0}, dt))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void negativeDampingIsRefusedByName() {
        String message = assertThrows(
                        BadInputException.class,
                        () -> new SmoothSystem(new GenericDynamics(lossy(doublePendulum(), -1, 0))))
                .getMessage();
        assertTrue(message.contains("joint 'joint1', damping: expected 0 or more, found -1.0"), message);
    }
}
