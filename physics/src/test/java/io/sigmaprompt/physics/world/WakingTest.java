package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.world.description.WorldRobot;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WakingTest {
    private static final String SCENE = """
            <worldbody><geom type="plane" size="5 5 1"/>
              <body name="box" pos="0 0 0.05"><freejoint/><geom type="box" size="0.05 0.05 0.05" mass="1"/></body>
              <body name="ball" pos="0.02 0 4"><freejoint/><geom size="0.1" mass="1"/></body></worldbody>""";

    @TempDir
    Path folder;

    /** Counts how often it is asked. */
    private static final class Counter implements ForceElement {
        int steps;

        @Override
        public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
            steps++;
        }

        @Override
        public int stateSize() {
            return 1;
        }

        @Override
        public void save(double[] out, int offset) {
            out[offset] = steps;
        }

        @Override
        public void restore(double[] in, int offset) {
            steps = (int) in[offset];
        }
    }

    @Test
    void a_step_in_which_something_wakes_asks_what_drives_once() throws IOException {
        WorldBuilder builder = new WorldBuilder();
        builder.add(SmallWorld.read(folder, SCENE));
        WorldRobot arm = builder.add(SmallWorld.read(folder, """
                        <worldbody><body name="arm" pos="9 0 5"><joint name="j"/><geom size="0.1"/></body></worldbody>"""));
        Counter counter = new Counter();
        builder.push(arm, counter);
        World world = builder.build(WorldSettings.DEFAULT);
        SmallWorld.run(world, 0.8);
        assertEquals(1, world.sleeping());
        while (world.sleeping() > 0) {
            world.step();
        }
        assertEquals(world.steps(), counter.steps);
    }

    @Test
    void a_ball_that_lands_on_a_sleeping_box_does_so_with_the_same_bits_after_a_restore() throws IOException {
        World world = SmallWorld.of(folder, SCENE);
        World other = SmallWorld.of(folder, SCENE);
        SmallWorld.run(world, 0.75);
        assertEquals(1, world.sleeping());
        // The other one's box sleeps elsewhere.
        double[] q = other.q().clone();
        q[0] = 1;
        other.teleport(q, other.v());
        SmallWorld.run(other, 0.75);
        other.restore(world.save(null));
        for (int n = 0; n < 500; n++) {
            world.step();
            other.step();
            assertArrayEquals(world.q(), other.q(), 0, "step " + n);
        }
        assertEquals(0, world.sleeping());
    }
}
