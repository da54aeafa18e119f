package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Vec3;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorldServicesTest {
    private static final String BALLS = """
            <worldbody><geom type="plane" size="9 9 1"/>
              <body name="light" pos="0 0 1"><freejoint/><geom size="0.1" mass="0.1"/></body>
              <body name="heavy" pos="1 0 1"><freejoint/><geom size="0.1" mass="100"/></body></worldbody>""";
    private static final String ARM = """
            <worldbody><body name="upper" pos="0 0 1"><joint name="shoulder" axis="0 1 0"/>
              <geom type="capsule" fromto="0 0 0 0.4 0 0" size="0.03"/>
              <body name="lower" pos="0.4 0 0"><joint name="elbow" axis="0 1 0"/><site name="tip" pos="0.3 0 0"/>
                <geom type="capsule" fromto="0 0 0 0.3 0 0" size="0.03"/></body></body></worldbody>
            <equality><joint name="lock" joint1="elbow" joint2="shoulder" active="false"/></equality>""";
    private static final double[] ZERO = {0, 0, 0};

    @TempDir
    Path folder;

    @Test
    void gravity_can_be_changed_and_the_same_happens_as_in_a_world_made_for_it() throws IOException {
        World changed = SmallWorld.of(folder, ARM);
        changed.setGravity(1, 0.5, -3);
        World made = SmallWorld.of(folder, ARM, WorldSettings.DEFAULT.withGravity(new Vec3(1, 0.5, -3)));
        SmallWorld.run(changed, 1);
        SmallWorld.run(made, 1);
        assertArrayEquals(made.q(), changed.q(), 1e-9);
        assertEquals(made.potentialEnergy(), changed.potentialEnergy(), 1e-9);
        World floating = SmallWorld.of(folder, BALLS);
        SmallWorld.run(floating, 1.5);
        assertEquals(2, floating.sleeping());
        floating.setGravity(0, 0, 1);
        SmallWorld.run(floating, 2.5);
        assertEquals(0.1 + 0.5, floating.q()[2], 1e-3, "what slept falls upwards");
        WorldSnapshot up = floating.save(null);
        floating.setGravity(0, 0, 0);
        floating.restore(up);
        double v = floating.v()[5];
        floating.step();
        assertEquals(v + 0.001, floating.v()[5], 1e-12, "a snapshot holds gravity");
        floating.reset();
        floating.step();
        assertEquals(-0.00981, floating.v()[5], 1e-12, "a reset takes the settings' gravity");
        assertThrows(BadInputException.class, () -> floating.setGravity(0, Double.NaN, 0));
    }

    @Test
    void a_damped_body_falls_at_its_terminal_speed_and_stops_turning() throws IOException {
        World world = SmallWorld.of(folder, BALLS);
        int light = SmallWorld.body(world, "light");
        world.place(light, new double[] {0, 0, 100, 0, 0, 0, 2}, new double[] {1, 2, 3, 0, 0, 0});
        world.setDamping(light, 5, 2);
        double[] spin = world.v().clone();
        SmallWorld.run(world, 4);
        double speed =
                Math.sqrt(world.v()[3] * world.v()[3] + world.v()[4] * world.v()[4] + world.v()[5] * world.v()[5]);
        assertEquals(9.81 / 5, speed, 1e-6);
        double decay = StrictMath.pow(1 - 2 * 0.001, 4000);
        for (int k = 0; k < 3; k++) {
            assertEquals(spin[k] * decay, world.v()[k], 1e-9);
        }
        world.setDamping(light, 1e9, 1e9);
        world.step();
        assertEquals(9.81e-3, Math.abs(world.velocities()[6 * light + 5]), 1e-9, "no damping is too strong for a step");
        assertThrows(BadInputException.class, () -> world.setDamping(light, -1, 0));
    }

    @Test
    void damped_links_lose_energy_at_any_rate() throws IOException {
        World world = SmallWorld.of(folder, ARM);
        world.setGravity(0, 0, 0);
        world.teleport(0, new double[] {0.3, 1}, new double[] {5, -7});
        world.setDamping(SmallWorld.body(world, "upper"), 1e6, 0);
        world.setDamping(SmallWorld.body(world, "lower"), 400, 1e6);
        double energy = world.kineticEnergy();
        for (int n = 0; n < 100; n++) {
            world.step();
            // Explicit Coriolis forces may add a little at this step.
            assertTrue(
                    world.kineticEnergy() <= 1.01 * energy + 1e-12,
                    world.kineticEnergy() + " after " + energy + ", step " + n);
            energy = world.kineticEnergy();
        }
        assertEquals(0, energy, 1e-6);
    }

    @Test
    void a_pull_brings_light_and_heavy_bodies_alike_without_overshoot_at_4_ms() throws IOException {
        double[] way = new double[2];
        String[] names = {"light", "heavy"};
        for (int k = 0; k < 2; k++) {
            World world = SmallWorld.of(folder, BALLS, WorldSettings.DEFAULT.withStep(0.004));
            world.setGravity(0, 0, 0);
            int body = SmallWorld.body(world, names[k]);
            double x = world.poses()[12 * body + 9];
            world.pull(body, ZERO, new double[] {x, 1, 1}, 20);
            double last = 0;
            for (int n = 0; n < 20; n++) {
                world.step();
                double now = world.poses()[12 * body + 10];
                assertTrue(now >= last && now <= 1);
                last = now;
            }
            way[k] = last;
            // The critically damped answer is 1 - (1 + wt)·exp(-wt) at wt = 1.6.
            assertEquals(1 - 2.6 * StrictMath.exp(-1.6), way[k], 0.05);
            SmallWorld.run(world, 2);
            assertEquals(1, world.poses()[12 * body + 10], 1e-9);
        }
        assertEquals(way[0], way[1], 1e-9);
    }

    @Test
    void a_stiff_pull_off_centre_at_4_ms_stays_finite_and_is_part_of_the_snapshot() throws IOException {
        World world = SmallWorld.of(folder, ARM, WorldSettings.DEFAULT.withStep(0.004));
        int lower = SmallWorld.body(world, "lower");
        double[] tip = {0.3, 0, 0};
        world.pull(lower, tip, new double[] {0.3, 0, 1.4}, 1e4);
        SmallWorld.run(world, 1);
        double[] pose = world.poses();
        assertEquals(0.3, pose[12 * lower + 9] + 0.3 * pose[12 * lower], 1e-4);
        assertEquals(1.4, pose[12 * lower + 11] + 0.3 * pose[12 * lower + 6], 1e-4);
        WorldSnapshot snapshot = world.save(null);
        World other = SmallWorld.of(folder, ARM, WorldSettings.DEFAULT.withStep(0.004));
        other.restore(snapshot);
        for (int n = 0; n < 50; n++) {
            world.step();
            other.step();
            assertArrayEquals(world.q(), other.q(), 0);
        }
        world.release();
        SmallWorld.run(world, world.time() + 0.5);
        assertTrue(world.poses()[12 * lower + 11] + 0.3 * world.poses()[12 * lower + 6] < 1);
        assertThrows(BadInputException.class, () -> world.pull(lower, tip, ZERO, 0));
    }

    @Test
    void a_pull_wakes_and_cannot_draw_a_body_through_the_floor() throws IOException {
        World world = SmallWorld.of(folder, BALLS, WorldSettings.DEFAULT.withStep(0.004));
        int light = SmallWorld.body(world, "light");
        SmallWorld.run(world, 1.5);
        assertEquals(2, world.sleeping());
        world.pull(light, ZERO, new double[] {0.5, 0, -3}, 50);
        SmallWorld.run(world, 3);
        assertEquals(0.1, world.poses()[12 * light + 11], 1e-3);
        assertTrue(Double.isFinite(world.kineticEnergy()));
    }

    @Test
    void an_equality_is_switched_by_name() throws IOException {
        World world = SmallWorld.of(folder, ARM);
        world.teleport(0, new double[] {0.2, 0.2}, new double[2]);
        world.setEquality("lock", true);
        SmallWorld.run(world, 0.3);
        assertEquals(world.q()[0], world.q()[1], 1e-8);
        world.setEquality("lock", false);
        SmallWorld.run(world, 0.6);
        assertTrue(Math.abs(world.q()[0] - world.q()[1]) > 1e-2);
        BadInputException e = assertThrows(BadInputException.class, () -> world.setEquality("look", true));
        assertTrue(e.getMessage().contains("lock"), e.getMessage());
    }

    @Test
    void a_body_that_hangs_on_a_joint_is_not_placed_by_itself() throws IOException {
        World world = SmallWorld.of(folder, ARM);
        double[] pose = {0, 0, 0, 0, 0, 0, 1};
        int upper = SmallWorld.body(world, "upper");
        assertThrows(BadInputException.class, () -> world.place(upper, pose, new double[6]));
        assertThrows(BadInputException.class, () -> world.place(0, pose, new double[6]));
    }
}
