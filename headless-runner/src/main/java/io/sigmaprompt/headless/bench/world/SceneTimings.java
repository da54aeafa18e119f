package io.sigmaprompt.headless.bench.world;

import io.sigmaprompt.headless.bench.Timing;
import io.sigmaprompt.physics.constraint.StepResidual;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of one scene.
 *
 * @param amplitude of the random controls; 0 where there were none
 * @param ours null where we could not run it
 * @param mujoco null where it was not measured
 * @param ratio by round, how many times as long MuJoCo took as we did; null where one of both is missing
 * @param note why one of both is missing; empty otherwise
 */
public record SceneTimings(
        BenchScene scene,
        double amplitude,
        @Nullable Engine ours,
        @Nullable Engine mujoco,
        @Nullable Timing ratio,
        String note) {
    /**
     * One engine.
     *
     * @param start the scene as the engine has it
     * @param settled what its last step before the measurement found
     * @param nanos a step
     * @param residual the worst of several steps of the measured time, part by part
     * @param bytes allocated a step; not a number where nobody counts
     */
    public record Engine(
            SteppedWorld.Start start, SteppedWorld.Sight settled, Timing nanos, StepResidual residual, double bytes) {}
}
