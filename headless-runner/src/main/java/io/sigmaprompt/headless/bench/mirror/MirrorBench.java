package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.headless.bench.Timing;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the mirror: what one thread can follow, how long frames wait, and whether memory grows. */
public final class MirrorBench {
    private static final int SOAK_PARTS = 12;
    private static final double MEGABYTE = 1 << 20;

    private final MirrorBenchPlan plan;
    private final Consumer<String> progress;

    /**
     * A bench.
     *
     * @param progress told what is being measured
     */
    public MirrorBench(MirrorBenchPlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * What one thread can follow.
     *
     * @param framesPerSecond joint states a second of the thread's own time
     * @param bytesPerFrame what it allocates, the records that are told included
     * @param recordsPerFrame how many those are
     */
    public record Capacity(Timing framesPerSecond, double bytesPerFrame, double recordsPerFrame) {}

    /**
     * How long frames wait.
     *
     * @param robots that spoke
     * @param framesPerSecond joint states that they sent
     * @param load the part of what the threads can follow
     * @param nanos at 50, 99, 99.9 and 100 percent
     */
    public record Wait(
            int robots,
            double framesPerSecond,
            double load,
            long frames,
            long overflown,
            long[] nanos,
            long worstLag) {}

    /**
     * All figures.
     *
     * @param predicted with the prediction, where robots tell what they were commanded
     * @param unpredicted without it
     */
    public record Outcome(@Nullable Capacity predicted, Capacity unpredicted, List<Wait> waits) {
        /** What the fleet asks for. */
        Capacity asked() {
            return predicted == null ? unpredicted : predicted;
        }
    }

    /**
     * Memory over a long stretch of session time.
     *
     * @param usedBytes of the heap after collections, evenly over the stretch
     */
    public record Soak(double seconds, long frames, long[] usedBytes) {
        private static final double ALLOWED = 1.5 * MEGABYTE;

        /** Whether the second half needs no more than the first, beyond what the Java machine's own tables may gain. */
        public boolean flat() {
            int half = usedBytes.length / 2;
            return greatest(half, usedBytes.length) - greatest(0, half) <= ALLOWED;
        }

        private long greatest(int from, int to) {
            long greatest = 0;
            for (int i = from; i < to; i++) {
                greatest = Math.max(greatest, usedBytes[i]);
            }
            return greatest;
        }
    }

    /** Measures throughput, then latency at the rate asked for and at the plan's load. */
    public Outcome measure() throws InterruptedException {
        Fleet fleet = new Fleet(plan);
        Capacity predicted = plan.references() == 0 ? null : capacity(fleet, true);
        Capacity unpredicted = capacity(fleet, false);
        double able =
                (predicted == null ? unpredicted : predicted).framesPerSecond().median() * plan.threads();
        List<Wait> waits = new ArrayList<>();
        waits.add(await(plan, able));
        int loaded = (int) Math.max(1, Math.round(plan.load() * able / plan.rate()));
        if (loaded != plan.robots()) {
            waits.add(await(plan.withRobots(loaded), able));
        }
        return new Outcome(predicted, unpredicted, waits);
    }

    private Capacity capacity(Fleet fleet, boolean references) {
        String what = references ? "throughput with prediction" : "throughput without prediction";
        progress.accept(what + ": warming up");
        Throughput throughput = new Throughput(fleet, references);
        throughput.run(plan.warmup());
        double[] rates = new double[plan.rounds()];
        double bytes = Double.POSITIVE_INFINITY;
        double records = 0;
        for (int round = 0; round < rates.length; round++) {
            progress.accept(what + ": round " + (round + 1) + " of " + rates.length);
            Throughput.Stretch stretch = throughput.run(plan.seconds() / rates.length);
            rates[round] = stretch.framesPerSecond();
            bytes = Math.min(bytes, (double) stretch.bytes() / stretch.frames());
            records = (double) stretch.records() / stretch.frames();
        }
        return new Capacity(new Timing(rates), bytes, records);
    }

    private Wait await(MirrorBenchPlan fleet, double able) throws InterruptedException {
        progress.accept(String.format(
                Locale.ROOT,
                "latency of %d robots, %.0f frames a second, %.0f s",
                fleet.robots(),
                fleet.framesPerSecond(),
                fleet.warmup() + fleet.seconds()));
        Latency.Seen seen = new Latency(fleet).run();
        long[] nanos = {
            seen.nanos().getValueAtPercentile(50),
            seen.nanos().getValueAtPercentile(99),
            seen.nanos().getValueAtPercentile(99.9),
            seen.nanos().getMaxValue()
        };
        return new Wait(
                fleet.robots(),
                fleet.framesPerSecond(),
                fleet.framesPerSecond() / able,
                seen.frames(),
                seen.overflown(),
                nanos,
                seen.worstLag());
    }

    /** Mirrors the fleet for a stretch of session time, as fast as it can, and watches the heap. */
    public Soak soak(double seconds) {
        Throughput throughput = new Throughput(new Fleet(plan), plan.references() > 0);
        progress.accept("soak: warming up");
        throughput.run(Math.min(plan.warmup(), seconds));
        long[] used = new long[SOAK_PARTS];
        long frames = 0;
        for (int part = 0; part < SOAK_PARTS; part++) {
            frames += throughput.run(seconds / SOAK_PARTS).frames();
            used[part] = usedAfterCollection();
            progress.accept(String.format(
                    Locale.ROOT,
                    "soak: %.0f of %.0f s, %d frames, %.1f MB",
                    seconds * (part + 1) / SOAK_PARTS,
                    seconds,
                    frames,
                    used[part] / MEGABYTE));
        }
        return new Soak(seconds, frames, used);
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
