package io.sigmaprompt.headless.bench.mirror;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.session.TwinKernel;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;

/**
 * One thread, one kernel, the whole fleet, as fast as it can: session time does not wait for the clock. Every frame goes
 * through ingest and estimate, and a hundred times a second each robot is predicted, compared and told of.
 */
final class Throughput {
    private final Fleet fleet;
    private final TwinKernel kernel;
    private final long[] next;
    private final long[] spoken;
    private final boolean references;
    private long records;
    private final Consumer<OutputRecord> listener = this::count;

    /** A run from the beginning; {@code references}: whether robots tell what they were commanded. */
    Throughput(Fleet fleet, boolean references) {
        this.fleet = fleet;
        this.references = references;
        kernel = fleet.kernel(fleet.names());
        next = new long[fleet.names().size()];
        spoken = new long[next.length];
        for (int robot = 0; robot < next.length; robot++) {
            next[robot] = fleet.phase(robot);
        }
    }

    /**
     * What a stretch took.
     *
     * @param frames joint states that entered
     * @param nanos of this thread's time
     * @param bytes that this thread allocated
     * @param records that the kernel said
     */
    record Stretch(long frames, long nanos, long bytes, long records) {
        double framesPerSecond() {
            return frames / (nanos * 1e-9);
        }
    }

    Stretch run(double seconds) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        records = 0;
        long frames = 0;
        long ticks = (long) (seconds / Tick.SECONDS);
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long begun = threads.getCurrentThreadCpuTime();
        for (long k = 0; k < ticks; k++) {
            frames += tick();
        }
        return new Stretch(
                frames,
                threads.getCurrentThreadCpuTime() - begun,
                threads.getCurrentThreadAllocatedBytes() - bytes,
                records);
    }

    private int tick() {
        int frames = 0;
        kernel.begin(listener);
        long end = kernel.simNanos();
        for (int robot = 0; robot < next.length; robot++) {
            for (; next[robot] <= end; next[robot] += fleet.period()) {
                frames++;
                speak(robot, next[robot]);
            }
        }
        kernel.end();
        return frames;
    }

    private void speak(int robot, long at) {
        String name = fleet.names().get(robot);
        int every = references ? fleet.statesPerReference() : 0;
        if (every > 0 && spoken[robot]++ % every == 0) {
            kernel.take(new KernelInput.Telemetry(fleet.tape().reference(name, at, at)));
        }
        kernel.take(new KernelInput.Telemetry(fleet.tape().state(name, at, at)));
    }

    private void count(OutputRecord record) {
        records++;
    }
}
