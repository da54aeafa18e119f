package io.sigmaprompt.headless.bench.mirror;

import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.session.TwinKernel;
import io.sigmaprompt.twin.telemetry.TelemetryMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A kernel in real time, on a thread of its own: frames wait in bounded queues, one a robot, and enter the tick that is
 * open as soon as the kernel looks; the tick ends when its time has come.
 */
final class KernelShard {
    private static final int QUEUE = 256;
    private static final long PAUSE_NANOS = 50_000;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final TwinKernel kernel;
    private final List<ArrayBlockingQueue<KernelInput.Telemetry>> queues = new ArrayList<>();
    private final Histogram latency = new Histogram(1, LONGEST_NANOS, 3);
    private long taken;
    private long worstLag;

    /** Session time before which nothing is counted. */
    private final long warmNanos;

    KernelShard(Fleet fleet, List<String> robots, long warmNanos) {
        kernel = fleet.kernel(robots);
        robots.forEach(robot -> queues.add(new ArrayBlockingQueue<>(QUEUE)));
        this.warmNanos = warmNanos;
    }

    /** Where the frames of its robots wait, in their order. */
    List<ArrayBlockingQueue<KernelInput.Telemetry>> queues() {
        return queues;
    }

    /** Runs from a time of {@link System#nanoTime} on until so much session time is over. */
    void run(long begun, long nanos) {
        while (kernel.simNanos() < nanos) {
            kernel.begin(record -> {});
            long due = kernel.simNanos();
            boolean heard = drain(begun);
            for (long now = System.nanoTime() - begun; now < due; now = System.nanoTime() - begun) {
                if (!heard) {
                    LockSupport.parkNanos(Math.min(PAUSE_NANOS, due - now));
                }
                heard = drain(begun);
            }
            if (due > warmNanos) {
                worstLag = Math.max(worstLag, System.nanoTime() - begun - due);
            }
            kernel.end();
        }
    }

    private boolean drain(long begun) {
        boolean heard = false;
        for (int k = 0; k < queues.size(); k++) {
            for (KernelInput.Telemetry frame = queues.get(k).poll();
                    frame != null;
                    frame = queues.get(k).poll()) {
                heard = true;
                kernel.take(frame);
                TelemetryMessage message = frame.message();
                if (message.receiveNanos() >= warmNanos) {
                    latency.recordValue(Math.max(1, System.nanoTime() - begun - message.receiveNanos()));
                    taken++;
                }
            }
        }
        return heard;
    }

    /** Nanoseconds from a frame's arrival in its queue until the twin's state of it is published. */
    Histogram latency() {
        return latency;
    }

    long taken() {
        return taken;
    }

    /** How much later than it was due the latest tick ended, nanoseconds. */
    long worstLag() {
        return worstLag;
    }
}
