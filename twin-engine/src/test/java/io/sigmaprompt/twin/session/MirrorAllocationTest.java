package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.twin.input.KernelInput;
import io.sigmaprompt.twin.input.Tick;
import io.sigmaprompt.twin.input.TwinMode;
import io.sigmaprompt.twin.telemetry.JointReferenceFrame;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What enters leaves nothing behind; only what is told a hundred times a second does. */
class MirrorAllocationTest {
    private static final List<String> NAMES = List.of("pan", "lift", "elbow");
    private static final int FRAMES_PER_PASS = 2_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final TwinKernel kernel = new TwinKernel(ThreeJointArm.session(false, TwinMode.MIRROR));

    @Test
    void aFrameGoesThroughIngestEstimateAndPredictionWithoutAllocating() {
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 10; pass++) {
            least = Math.min(least, pass());
        }
        assertTrue(kernel.live("arm").revision() >= 10 * FRAMES_PER_PASS - 1);
        assertEquals(0, least / FRAMES_PER_PASS, least + " bytes in " + FRAMES_PER_PASS + " frames");
    }

    /** What taking frames allocates, a frame and its reference every other tick. */
    private long pass() {
        long allocated = 0;
        for (int k = 0; k < FRAMES_PER_PASS; k++) {
            KernelInput reference = reference();
            KernelInput state = state();
            kernel.tick(List.of(), record -> {});
            kernel.begin(record -> {});
            long before = threads.getCurrentThreadAllocatedBytes();
            kernel.take(reference);
            kernel.take(state);
            allocated += threads.getCurrentThreadAllocatedBytes() - before;
            kernel.end();
        }
        return allocated;
    }

    private KernelInput state() {
        long nanos = kernel.simNanos() + 2 * Tick.NANOS;
        return new KernelInput.Telemetry(
                new JointStateFrame("arm", nanos, nanos, NAMES, position(nanos), velocity(nanos), effort(nanos)));
    }

    private static double[] effort(long nanos) {
        double t = nanos * 1e-9;
        return new double[] {Math.sin(t), -20 + Math.cos(1.3 * t), -5 + Math.cos(0.7 * t)};
    }

    private KernelInput reference() {
        long nanos = kernel.simNanos() + 2 * Tick.NANOS;
        return new KernelInput.Telemetry(
                new JointReferenceFrame("arm", nanos, nanos, NAMES, position(nanos), velocity(nanos), new double[0]));
    }

    private static double[] position(long nanos) {
        double t = nanos * 1e-9;
        return new double[] {0.3 * Math.sin(t), -0.6 + 0.2 * Math.sin(1.3 * t), 0.9 + 0.2 * Math.sin(0.7 * t)};
    }

    private static double[] velocity(long nanos) {
        double t = nanos * 1e-9;
        return new double[] {0.3 * Math.cos(t), 0.26 * Math.cos(1.3 * t), 0.14 * Math.cos(0.7 * t)};
    }
}
