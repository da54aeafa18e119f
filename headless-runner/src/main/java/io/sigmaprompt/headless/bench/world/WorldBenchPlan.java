package io.sigmaprompt.headless.bench.world;

import org.jspecify.annotations.Nullable;

/**
 * How much is measured.
 *
 * @param settle how long a scene runs before anything is measured, s of its own time
 * @param window how much is timed from there, again and again, s of its own time
 * @param rounds how often each engine has its turn
 * @param warmupMillis how long each engine runs before its turns count
 * @param turnMillis how long a turn takes, at least
 * @param keyframe where scenes start; null for their first one, where they have one, empty for the model's reference
 * @param amplitude of random controls; null for what is known of the scene, which is none for those that are not known
 * @param sleep whether our bodies may sleep
 * @param peer whether MuJoCo is measured
 */
public record WorldBenchPlan(
        double settle,
        double window,
        int rounds,
        int warmupMillis,
        int turnMillis,
        @Nullable String keyframe,
        @Nullable Double amplitude,
        boolean sleep,
        boolean peer) {
    /** Enough for figures to be quoted. */
    public static WorldBenchPlan full(
            double settle,
            int rounds,
            @Nullable String keyframe,
            @Nullable Double amplitude,
            boolean sleep,
            boolean peer) {
        return new WorldBenchPlan(settle, 0.5, rounds, 2000, 40, keyframe, amplitude, sleep, peer);
    }

    /** Enough to see that all works; not to be quoted. */
    public WorldBenchPlan quick() {
        return new WorldBenchPlan(Math.min(settle, 0.5), 0.1, 3, 100, 10, keyframe, amplitude, sleep, peer);
    }
}
