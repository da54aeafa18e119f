package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** A fleet that speaks in real time to kernels that listen in real time. */
final class Latency {
    private static final long PAUSE_NANOS = 100_000;

    private final MirrorBenchPlan plan;
    private final Fleet fleet;
    private long overflown;

    Latency(MirrorBenchPlan plan) {
        this.plan = plan;
        fleet = new Fleet(plan);
    }

    /**
     * What was seen.
     *
     * @param frames that entered kernels, references included
     * @param overflown that found their queue full
     * @param nanos from arrival to publication
     * @param worstLag how much later than it was due the latest tick ended, nanoseconds
     */
    record Seen(long frames, long overflown, Histogram nanos, long worstLag) {}

    Seen run() throws InterruptedException {
        long warm = (long) (plan.warmup() * 1e9);
        long end = warm + (long) (plan.seconds() * 1e9);
        List<KernelShard> shards = new ArrayList<>();
        List<ArrayBlockingQueue<KernelInput.Telemetry>> queues = new ArrayList<>();
        List<String> names = fleet.names();
        for (int shard = 0; shard < plan.threads(); shard++) {
            List<String> share =
                    names.subList(shard * names.size() / plan.threads(), (shard + 1) * names.size() / plan.threads());
            KernelShard made = new KernelShard(fleet, share, warm);
            shards.add(made);
            queues.addAll(made.queues());
        }
        long begun = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (KernelShard shard : shards) {
            threads.add(Thread.ofPlatform().name("kernel").start(() -> shard.run(begun, end)));
        }
        speak(queues, begun, end);
        Histogram all = new Histogram(3);
        long frames = 0;
        long lag = 0;
        for (int k = 0; k < shards.size(); k++) {
            threads.get(k).join();
            all.add(shards.get(k).latency());
            frames += shards.get(k).taken();
            lag = Math.max(lag, shards.get(k).worstLag());
        }
        return new Seen(frames, overflown, all, lag);
    }

    /** Lets every robot speak when it is due. */
    private void speak(List<ArrayBlockingQueue<KernelInput.Telemetry>> queues, long begun, long end) {
        int robots = queues.size();
        long[] next = new long[robots];
        long[] spoken = new long[robots];
        for (int robot = 0; robot < robots; robot++) {
            next[robot] = fleet.phase(robot);
        }
        int every = fleet.statesPerReference();
        for (long now = 0; now < end; now = System.nanoTime() - begun) {
            long earliest = Long.MAX_VALUE;
            for (int robot = 0; robot < robots; robot++) {
                if (next[robot] <= now) {
                    String name = fleet.names().get(robot);
                    if (every > 0 && spoken[robot]++ % every == 0) {
                        offer(queues.get(robot), fleet.tape().reference(name, next[robot], System.nanoTime() - begun));
                    }
                    offer(queues.get(robot), fleet.tape().state(name, next[robot], System.nanoTime() - begun));
                    next[robot] += fleet.period();
                }
                earliest = Math.min(earliest, next[robot]);
            }
            long left = earliest - (System.nanoTime() - begun);
            if (left > 0) {
                LockSupport.parkNanos(Math.min(left, PAUSE_NANOS));
            }
        }
    }

    private void offer(ArrayBlockingQueue<KernelInput.Telemetry> queue, TelemetryMessage message) {
        if (!queue.offer(new KernelInput.Telemetry(message))) {
            overflown++;
        }
    }
}
