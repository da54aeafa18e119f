package io.sigmaprompt.physics.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A day passes and leaves no memory behind, and hardly any drift. In the usual run ten minutes of it; the whole day, of a stack
 * that is awake for every one of its 21.6 million steps of 4 ms, by
 * {@code mvn -pl physics -Dtest=WorldSoakTest -Dsigma.test.args=-Dsigma.long=true test}.
 */
class WorldSoakTest {
    private static final double DAY = 86_400;
    private static final double SECONDS = Boolean.getBoolean("sigma.long") ? DAY : 600;

    /** What never sleeps creeps: a tenth of a millimetre a day was measured (docs/world.md, Limits). */
    private static final double CREEP = Boolean.getBoolean("sigma.long") ? 2e-4 : 1e-6;

    /** Bytes a step; what the virtual machine allocates when it compiles stays far below. */
    private static final double LEAST = 1;

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void a_stack_that_never_sleeps_stands_and_does_not_grow() {
        SceneRun run = SceneRun.library("stack5.xml", SceneRun.every(4e-3)).go(1);
        double[] poses = run.world.poses().clone();
        int size = run.world.save(null).size();
        long before = allocated();
        long steps = run.world.steps();
        run.go(SECONDS - 1);
        double perStep = (allocated() - before) / (double) (run.world.steps() - steps);
        assertTrue(perStep < LEAST, perStep + " bytes a step");
        assertTrue(
                run.world.save(null).size() <= size,
                "snapshot of " + run.world.save(null).size());
        assertTrue(run.moved(poses) < CREEP, "drifted by " + run.moved(poses));
        assertEquals(SECONDS, run.world.time(), 1e-6 * SECONDS);
    }

    @Test
    void a_crank_that_turns_all_day_keeps_its_speed_and_its_loop() {
        SceneRun run = SceneRun.library("four_bar.xml", SceneRun.every(4e-3)).go(1);
        double[] worst = {0, 0};
        int size = run.world.save(null).size();
        run.go(SECONDS / 10, w -> {
            worst[0] = Math.max(worst[0], w.loopError());
            worst[1] = Math.max(worst[1], Math.abs(w.v()[0] - 3));
        });
        assertEquals(size, run.world.save(null).size());
        assertTrue(worst[0] < 1e-6, "open by " + worst[0]);
        assertTrue(worst[1] < 0.5, "speed off by " + worst[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ball_rolls.xml",
                "box_drop.xml",
                "four_bar.xml",
                "gripper_lift.xml",
                "humanoid_stand.xml",
                "quadrotor.xml",
                "quadruped_stand.xml",
                "rolling_wheels.xml",
                "stack20.xml",
                "stairs.xml",
                "tumbling_top.xml"
            })
    void a_step_allocates_nothing_once_it_has_run(String file) {
        SceneRun run = SceneRun.library(file, SceneRun.every(2e-3)).go(2);
        WorldSnapshot snapshot = run.world.save(null);
        int size = snapshot.size();
        long before = allocated();
        for (int i = 0; i < 1000; i++) {
            run.world.step();
            snapshot = run.world.save(snapshot);
        }
        double perStep = (allocated() - before) / 1000.0;
        // A snapshot and its writer are two small objects.
        assertTrue(perStep < 100, perStep + " bytes a step");
        assertTrue(snapshot.size() < 2 * size + 100, "snapshot of " + snapshot.size() + " after " + size);
    }
}
