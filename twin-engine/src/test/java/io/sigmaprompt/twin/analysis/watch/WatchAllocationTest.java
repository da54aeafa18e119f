package io.sigmaprompt.twin.analysis.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import io.sigmaprompt.twin.analysis.stream.Motion;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A sample leaves nothing behind, whatever is looked for; only findings do, and phases not seen before. */
class WatchAllocationTest {
    private static final int SAMPLES = 4_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SignalWatch watch = new SignalWatch(
            Signal.of("elbow/effort", "N·m"),
            WatchSettings.DEFAULT.looking(
                    Kind.SPIKE,
                    Kind.RATE,
                    Kind.FLAT_LINE,
                    Kind.STUCK,
                    Kind.SHIFT,
                    Kind.PERIODICITY,
                    Kind.GAP,
                    Kind.JITTER),
            finding -> {});
    private final double[] noise =
            new Random(1).doubles(SAMPLES).map(u -> 2 * u - 1).toArray();
    private long nanos;

    @Test
    void aSampleAllocatesNothing() {
        long least = Long.MAX_VALUE;
        for (int pass = 0; pass < 20; pass++) {
            least = Math.min(least, pass());
        }
        assertEquals(0, least, least + " bytes in " + SAMPLES + " samples");
    }

    private long pass() {
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < SAMPLES; i++) {
            nanos += 1_000_000;
            watch.enter(i % 1000 < 500 ? "hold" : "lift");
            watch.feed(nanos, 20 + noise[i], Motion.MOVES);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
