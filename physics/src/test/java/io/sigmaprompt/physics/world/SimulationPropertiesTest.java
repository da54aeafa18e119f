package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.dynamics.MechanicalEnergy;
import io.sigmaprompt.physics.dynamics.RandomRobot;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Inertia;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointLimits;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.Link;
import io.sigmaprompt.physics.model.Mimic;
import io.sigmaprompt.physics.model.Pose;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for any robot and any commands. */
class SimulationPropertiesTest {

    @Property(tries = 40, seed = "20261122")
    void aPassiveRobotOfAnyJointsKeepsItsEnergyUnderRungeKutta(@ForAll long seed, @ForAll boolean floating) {
        RandomRobot random = new RandomRobot(seed);
        RobotModel model = random.tree(floating);
        RobotSimulation simulation =
                new RobotSimulation(model, new SimulationSettings(Integrator.RUNGE_KUTTA_4, 9.81, 30, 1, false));
        MechanicalEnergy energy = new MechanicalEnergy(model);
        simulation.reset(random.configuration(model), random.vector(model.nv()));
        for (int d = 0; d < simulation.driveCount(); d++) {
            simulation.commandEffort(d, 0);
        }
        double kinetic = energy.kinetic(simulation.q(), simulation.v());
        double before = kinetic + energy.potential(simulation.q());
        for (int k = 0; k < 200; k++) {
            simulation.step(2.5e-4);
        }
        double after = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
        assertEquals(before, after, 1e-6 * Math.max(1, kinetic));
    }

    @ParameterizedTest
    @EnumSource(Integrator.class)
    void noCommandBreaksLimitsOfPositionOrEffort(Integrator integrator) {
        RobotModel model = SampleRobots.arm();
        RobotSimulation simulation = new RobotSimulation(model, new SimulationSettings(integrator, 9.81, 30, 1, true));
        Random random = new Random(11);
        for (int k = 0; k < 20_000; k++) {
            if (k % 50 == 0) {
                for (int d = 0; d < simulation.driveCount(); d++) {
                    switch (random.nextInt(3)) {
                        case 0 -> simulation.commandPosition(d, 4 * random.nextGaussian(), 0, 0);
                        case 1 -> simulation.commandVelocity(d, 3 * random.nextGaussian());
                        default -> simulation.commandEffort(d, 100 * random.nextGaussian());
                    }
                }
            }
            simulation.step(1e-3);
            for (int d = 0; d < simulation.driveCount(); d++) {
                JointLimits limits =
                        model.joints().get(simulation.driveJoint(d)).limits();
                assertTrue(Math.abs(simulation.effort(d)) <= limits.effort(), "effort of " + d);
                assertTrue(simulation.position(d) <= limits.upper() + 1e-3, d + " at " + k);
                assertTrue(simulation.position(d) >= limits.lower() - 1e-3, d + " at " + k);
            }
        }
    }

    @Test
    void aMimicOfAMimicFollowsTheFirstLeader() {
        RobotModel model = chain(0.5, new Mimic("a", 2, 0.1), new Mimic("b", -0.5, 0.2));
        RobotSimulation simulation = new RobotSimulation(model, SimulationSettings.DEFAULT);
        assertEquals(1, simulation.driveCount());
        simulation.setDrive(0, 0.3, 1);
        assertEquals(0.7, simulation.q()[1], 1e-15);
        assertEquals(-0.15, simulation.q()[2], 1e-15);
        assertEquals(2, simulation.v()[1], 0.0);
        assertEquals(-1, simulation.v()[2], 0.0);
    }

    @Test
    void aMimicMovesAsIfTheConstraintWereMechanical() {
        // Energy of the tied mechanism is kept, which a wrong reduction would not do.
        RobotModel model = chain(0.5, new Mimic("a", 2, 0.1), new Mimic("b", -0.5, 0.2));
        RobotSimulation simulation =
                new RobotSimulation(model, new SimulationSettings(Integrator.RUNGE_KUTTA_4, 9.81, 30, 1, false));
        MechanicalEnergy energy = new MechanicalEnergy(model);
        simulation.setDrive(0, 0.3, 1);
        simulation.commandEffort(0, 0);
        double before = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
        for (int k = 0; k < 2000; k++) {
            simulation.step(1e-3);
        }
        double after = energy.kinetic(simulation.q(), simulation.v()) + energy.potential(simulation.q());
        assertEquals(before, after, 1e-7);
    }

    @Test
    void mimicsThatGoInACircleOrFollowNothingAreRefused() {
        assertRefused(chain(0.5, new Mimic("c", 1, 0), new Mimic("b", 1, 0)), "comes back here");
        assertRefused(chain(0.5, new Mimic("nobody", 1, 0), null), "found 'nobody'");
    }

    @Test
    void aDriveThatMovesNoMassIsRefusedByName() {
        assertRefused(chain(0, null, null), "joint 'c'");
    }

    /** A bead on a turning rail, which at the axis leaves the rail nothing to turn, beside a joint that mimics another. */
    @Test
    void aMassMatrixThatBecomesSingularBesideAMimicNamesTheJoint() {
        JointLimits rail = new JointLimits(-1, 1, 10, 10);
        RobotModel model = new RobotModel(
                "rail",
                false,
                List.of(link("base", 1), link("hub", 0), bead(), link("1", 1), link("2", 1)),
                List.of(
                        joint("turn", JointType.CONTINUOUS, "base", "hub", new Vec3(0, 0, 1), JointLimits.NONE, null),
                        joint("slide", JointType.PRISMATIC, "hub", "bead", new Vec3(1, 0, 0), rail, null),
                        joint("a", "base", "1", null),
                        joint("b", "base", "2", new Mimic("a", 1, 0))));
        RobotSimulation simulation =
                new RobotSimulation(model, new SimulationSettings(Integrator.SEMI_IMPLICIT_EULER, 9.81, 30, 1, false));
        simulation.commandEffort(0, 1);
        simulation.step(1e-3);
        simulation.reset(new double[] {0, -0.5, 0, 0}, new double[4]);
        simulation.commandEffort(0, 1);
        BadInputException e = assertThrows(BadInputException.class, () -> simulation.step(1e-3));
        assertEquals("robot 'rail', joint 'turn'", e.place());
        assertTrue(e.problem().contains("positive definite"), e.problem());
    }

    private static Link bead() {
        return new Link("bead", new Inertia(1, new Vec3(0.5, 0, 0), 0, 0, 0, 0, 0, 0), List.of(), List.of());
    }

    private static void assertRefused(RobotModel model, String expected) {
        String message = assertThrows(
                        BadInputException.class, () -> new RobotSimulation(model, SimulationSettings.DEFAULT))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    /** Three bodies on revolute joints a, b, c; the last one of the given mass. */
    private static RobotModel chain(double lastMass, Mimic b, Mimic c) {
        return new RobotModel(
                "chain",
                false,
                List.of(link("0", 1), link("1", 1), link("2", 0.7), link("3", lastMass)),
                List.of(joint("a", "0", "1", null), joint("b", "1", "2", b), joint("c", "2", "3", c)));
    }

    private static Link link(String name, double mass) {
        double i = 0.02 * mass;
        return new Link(name, new Inertia(mass, new Vec3(0.2, 0, 0), i, 0, 0, i, 0, i), List.of(), List.of());
    }

    private static Joint joint(String name, String parent, String child, Mimic mimic) {
        return joint(name, JointType.CONTINUOUS, parent, child, new Vec3(0, 1, 0), JointLimits.NONE, mimic);
    }

    private static Joint joint(
            String name, JointType type, String parent, String child, Vec3 axis, JointLimits limits, Mimic mimic) {
        Pose origin = type == JointType.PRISMATIC ? Pose.IDENTITY : new Pose(0.3, 0, 0, 0, 0, 0, 1);
        return new Joint(name, type, parent, child, origin, axis, limits, JointDynamics.NONE, mimic);
    }
}
