package io.sigmaprompt.headless.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param algorithms in the order of the table
 * @param rounds how often each algorithm is measured by each kernel, in a fresh Java machine each time
 * @param warmups how many iterations are not counted
 * @param warmupMillis how long each of those takes
 * @param iterations how many are counted
 * @param iterationMillis how long each of those takes
 * @param peerMillis how long MuJoCo is measured each time that it is its turn; 0 for never
 */
public record BenchPlan(
        List<Algorithm> algorithms,
        int rounds,
        int warmups,
        int warmupMillis,
        int iterations,
        int iterationMillis,
        int peerMillis) {
    /** Enough for figures to be quoted; about 4 s a round, kernel and algorithm. */
    public static BenchPlan full(List<Algorithm> algorithms, int rounds, boolean peer) {
        return new BenchPlan(algorithms, rounds, 5, 500, 5, 200, peer ? 150 : 0);
    }

    /** Enough to see that all works and nothing allocates, under 1 s a kernel and algorithm. */
    public static BenchPlan quick(List<Algorithm> algorithms, boolean peer) {
        return new BenchPlan(algorithms, 1, 1, 150, 3, 50, peer ? 50 : 0);
    }
}
