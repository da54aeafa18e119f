package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that is pulled, damped and sensed leaves nothing to collect. */
class WorldAllocationTest {
    private static final int STEPS = 2000;
    private static final int SMALLEST_OBJECT = 16;

    @TempDir
    Path folder;

    @Test
    void no_step_and_no_sense_allocates() throws IOException {
        World world = SmallWorld.of(folder, """
                <worldbody><geom type="plane" size="9 9 1"/>
                  <body name="box" pos="0 0 0.05"><freejoint/><geom type="box" size="0.05 0.05 0.05" mass="1"/></body>
                  <body name="arm" pos="1 0 1"><joint name="j" axis="0 1 0" frictionloss="0.1"/>
                    <geom type="capsule" fromto="0 0 0 0.4 0 0" size="0.03"/></body></worldbody>
                <actuator><position joint="j" kp="10"/></actuator>""");
        WorldSenses senses = new WorldSenses(world);
        int box = SmallWorld.body(world, "box");
        world.pull(box, new double[3], new double[] {0.3, 0, 0.05}, 5);
        world.setDamping(box, 0.1, 0.1);
        world.setGravity(0, 0, -5);
        double[] out = new double[12];
        double[] origin = {0, 0, 3};
        double[] down = {0, 0, -1};
        Runnable steps = () -> {
            for (int i = 0; i < STEPS; i++) {
                world.step();
                for (int body = 0; body < world.bodyCount(); body++) {
                    senses.linkPose(body, out);
                    senses.linkVelocity(body, out);
                    senses.linkAcceleration(body, out);
                    senses.parentWrench(body, out);
                    senses.contactWrench(body, out);
                    senses.linkNormalForce(body);
                    senses.contactCount(body);
                }
                senses.gravity(out);
                senses.jointEffort(1);
                senses.castRay(origin, down, 10, -1);
            }
        };
        steps.run();
        steps.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        steps.run();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < (long) SMALLEST_OBJECT * STEPS, allocated + " bytes in " + STEPS + " steps");
    }
}
