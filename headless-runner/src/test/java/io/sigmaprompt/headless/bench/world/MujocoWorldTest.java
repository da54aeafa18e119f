package io.sigmaprompt.headless.bench.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import io.sigmaprompt.headless.bench.PeerException;
import io.sigmaprompt.physics.constraint.StepResidual;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real MuJoCo, asked for what the bench needs of it; its impulses and velocities are what mechanics says. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class MujocoWorldTest {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void requireNode() throws Exception {
        try {
            MujocoWorld.load(Scenes.box(folder), null, 0).close();
        } catch (PeerException e) {
            abort("no MuJoCo here: " + e.reason());
        }
    }

    @Test
    void aBoxAtRestIsWithoutFaultAndStandsOnFourCorners() throws Exception {
        try (MujocoWorld world = MujocoWorld.load(Scenes.box(folder), null, 0)) {
            assertEquals(new SteppedWorld.Start("MuJoCo 3.3.8", 0.001, 6, 0, 1, 0.101), world.start());
            SteppedWorld.Sight sight = world.run(2000);
            assertEquals(4, sight.contacts());
            assertEquals(0.1, sight.height(), 1e-3);
            assertTrue(world.residual().greatest() < 1e-9, world.residual()::toString);
        }
    }

    @Test
    void theImpulsesOfABoxAtRestCarryItsWeightUpwards() throws Exception {
        try (MujocoWorld world = MujocoWorld.load(Scenes.box(folder), null, 0)) {
            world.run(2000);
            StepContacts contacts = world.contactsOfNextStep();
            double sum = 0;
            assertEquals(4, contacts.count());
            for (int c = 0; c < 4; c++) {
                sum += contacts.impulse()[3 * c];
                assertTrue(contacts.impulse()[3 * c] > 0, "the box is pushed from the floor");
                assertEquals(-9.81 * 0.001, contacts.freeVelocity()[3 * c], 1e-6, "it would fall into the floor");
            }
            assertEquals(2 * 9.81 * 0.001, sum, 1e-9);
        }
    }

    /** Soft contact sticks by its force and creeps all the same: that is what the residual has to see. */
    @Test
    void aBoxThatCreepsDownASlopeHasAResidualOfDissipation() throws Exception {
        try (MujocoWorld world = MujocoWorld.load(Scenes.slope(folder), null, 0)) {
            world.run(1000);
            StepResidual residual = world.residual();
            assertEquals(0, residual.cone(), 1e-9);
            assertTrue(residual.dissipation() > 1e-3 && residual.dissipation() < 1, residual::toString);
        }
    }

    @Test
    void fromTheMarkTheSameStepsFollowAgain() throws Exception {
        try (MujocoWorld world = MujocoWorld.load(Scenes.arm(folder), "level", 0.5)) {
            world.run(50);
            world.mark();
            double once = world.run(100).height();
            world.time(20, 3);
            world.rewind();
            assertEquals(once, world.run(100).height());
            assertNotEquals(once, world.run(1).height());
        }
    }

    @Test
    void itStartsFromTheKeyframeThatIsNamedElseTheFirst() throws Exception {
        Path arm = Scenes.arm(folder);
        try (MujocoWorld up = MujocoWorld.load(arm, "up", 0);
                MujocoWorld level = MujocoWorld.load(arm, null, 0)) {
            assertEquals(new SteppedWorld.Start("MuJoCo 3.3.8", 0.002, 1, 1, 2, 1), level.start());
            assertEquals(1.2, up.start().height(), 1e-9);
        }
        PeerException unknown = assertThrows(PeerException.class, () -> MujocoWorld.load(arm, "down", 0));
        assertTrue(unknown.reason().contains("it knows no keyframe down"), unknown.reason());
    }

    @Test
    void whatItCannotReadItRefuses() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.xml"),
                "<mujoco><worldbody><geom type='mesh' mesh='none'/></worldbody></mujoco>");
        PeerException refused = assertThrows(PeerException.class, () -> MujocoWorld.load(broken, null, 0));
        assertTrue(refused.reason().contains("it cannot read the scene"), refused.reason());
    }

    @Test
    void itFindsTheFilesThatASceneNames() throws Exception {
        Path below = Files.createDirectories(folder.resolve("meshes"));
        Files.writeString(
                below.resolve("wedge.obj"), "v 0 0 0\nv 1 0 0\nv 0 1 0\nv 0 0 1\nf 1 3 2\nf 1 2 4\nf 2 3 4\nf 3 1 4\n");
        Files.writeString(folder.resolve("part.xml"), """
                <mujocoinclude><body pos="0 0 1"><freejoint/><geom type="mesh" mesh="wedge"/></body></mujocoinclude>
                """);
        Path scene = Files.writeString(folder.resolve("parts.xml"), """
                <mujoco><compiler meshdir="meshes"/><asset><mesh name="wedge" file="wedge.obj"/></asset>
                  <worldbody><include file="part.xml"/></worldbody></mujoco>
                """);
        try (MujocoWorld world = MujocoWorld.load(scene, null, 0)) {
            assertEquals(1, world.start().bodies());
        }
    }
}
