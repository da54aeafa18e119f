package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two stacks of three boxes that come to rest. */
class SleepTest {
    private static final String STACKS = """
            <default><geom type="box" size="0.05 0.05 0.05" mass="1"/></default>
            <worldbody><geom type="plane" size="5 5 1" mass="0"/>
              <body name="a0" pos="0 0 0.05"><freejoint/><geom/></body>
              <body name="a1" pos="0.01 0 0.15"><freejoint/><geom/></body>
              <body name="a2" pos="0 0.01 0.25"><freejoint/><geom/></body>
              <body name="b0" pos="1 0 0.05"><freejoint/><geom/></body>
              <body name="b1" pos="1 0 0.15"><freejoint/><geom/></body>
              <body name="b2" pos="1 0 0.25"><freejoint/><geom/></body></worldbody>""";

    @TempDir
    Path folder;

    private World asleep() throws IOException {
        World world = SmallWorld.of(folder, STACKS);
        SmallWorld.run(world, 1);
        assertEquals(6, world.sleeping());
        return world;
    }

    private static void sameBits(World a, World b, int steps) {
        for (int n = 0; n < steps; n++) {
            a.step();
            b.step();
            assertArrayEquals(a.q(), b.q(), 0, "q at step " + n);
            assertArrayEquals(a.v(), b.v(), 0, "v at step " + n);
            assertEquals(a.sleeping(), b.sleeping(), "step " + n);
        }
    }

    @Test
    void a_push_wakes_the_whole_stack_and_no_other() throws IOException {
        World world = asleep();
        world.push(SmallWorld.body(world, "a2"), new double[] {0, 0, 0, 1, 0, 0});
        world.step();
        assertEquals(3, world.sleeping());
    }

    @Test
    void a_stack_that_is_woken_without_a_push_stays_where_it_was() throws IOException {
        World world = asleep();
        double[] q = world.q().clone();
        world.wake(SmallWorld.body(world, "a0"));
        assertEquals(3, world.sleeping());
        for (int n = 0; n < 200; n++) {
            world.step();
        }
        assertArrayEquals(q, world.q(), 1e-7);
    }

    @Test
    void it_wakes_with_the_same_bits_after_a_restore_into_a_world_in_which_others_sleep() throws IOException {
        World world = asleep();
        World other = asleep();
        other.push(SmallWorld.body(other, "b1"), new double[] {0, 0, 0, 40, 0, 0});
        for (int n = 0; n < 37; n++) {
            other.step();
        }
        assertEquals(3, other.sleeping());
        other.restore(world.save(null));
        assertEquals(6, other.sleeping());
        for (World w : new World[] {world, other}) {
            w.push(SmallWorld.body(w, "a1"), new double[] {0, 0, 0.1, 15, 3, 0});
        }
        sameBits(world, other, 400);
    }

    @Test
    void it_falls_asleep_at_the_same_step_after_a_restore_on_the_way_to_it() throws IOException {
        World world = SmallWorld.of(folder, STACKS);
        for (int n = 0; n < 730; n += 73) {
            World other = SmallWorld.of(folder, STACKS);
            other.restore(world.save(null));
            sameBits(world, other, 73);
        }
        assertEquals(6, world.sleeping());
    }

    @Test
    void a_world_that_never_sleeps_shows_that_sleep_shifts_nothing() throws IOException {
        World awake = SmallWorld.of(folder, STACKS, WorldSettings.DEFAULT.withSleeping(false));
        SmallWorld.run(awake, 1);
        assertEquals(0, awake.sleeping());
        assertArrayEquals(awake.q(), asleep().q(), 1e-7);
    }
}
