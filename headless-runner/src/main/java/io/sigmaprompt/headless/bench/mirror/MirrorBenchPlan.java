package io.sigmaprompt.headless.bench.mirror;

/**
 * What is measured, and for how long.
 *
 * @param robots in the fleet
 * @param rate joint state frames a second of each robot
 * @param references frames a second in which each robot tells what it was commanded; 0: none, and so no prediction
 * @param joints of each robot
 * @param threads that run kernels, the robots shared out among them
 * @param load the part of what one thread can do that latency is measured at, beside the rate asked for
 * @param warmup seconds of session time before anything is measured
 * @param seconds of session time a round of throughput takes, and of real time a measurement of latency
 * @param rounds of throughput
 */
public record MirrorBenchPlan(
        int robots,
        int rate,
        int references,
        int joints,
        int threads,
        double load,
        double warmup,
        double seconds,
        int rounds) {
    private static final int ROUNDS = 7;

    /**
     * Figures that may be quoted.
     *
     * @param threads 0: the processors but one, which the robots' side of it needs
     */
    public static MirrorBenchPlan full(
            int robots, int rate, int references, int joints, int threads, double load, double seconds) {
        int kernels = threads > 0 ? threads : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new MirrorBenchPlan(
                robots, rate, references, joints, Math.min(kernels, robots), load, seconds / 2, seconds, ROUNDS);
    }

    /** The same with another number of robots. */
    MirrorBenchPlan withRobots(int count) {
        return new MirrorBenchPlan(
                count, rate, references, joints, Math.min(threads, count), load, warmup, seconds, rounds);
    }

    /** The same, under ten seconds in all; not to be quoted. */
    public MirrorBenchPlan quick() {
        return new MirrorBenchPlan(robots, rate, references, joints, threads, load, 1, 1, 3);
    }

    /** Joint state frames a second of the whole fleet. */
    public double framesPerSecond() {
        return (double) robots * rate;
    }
}
