package io.sigmaprompt.twin.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveStateTest {
    private static final int WRITINGS = 200_000;

    /** Each writing is one number all over, so that a reading of two writings would show. */
    @Test
    void aReaderNeverSeesHalfAWriting() throws InterruptedException {
        LiveState live = new LiveState(List.of("a", "b", "c", "d"));
        Thread writer = Thread.ofPlatform().start(() -> {
            double[] q = new double[4];
            for (int k = 1; k <= WRITINGS; k++) {
                Arrays.fill(q, k);
                live.publish(k, k, q, q);
            }
        });
        double[] q = new double[4];
        double[] v = new double[4];
        long[] times = new long[2];
        long last = 0;
        while (last < WRITINGS) {
            long revision = live.read(q, v, times);
            assertTrue(revision >= last);
            last = revision;
            for (int i = 0; i < 4; i++) {
                assertEquals((double) revision, q[i]);
                assertEquals((double) revision, v[i]);
            }
            assertEquals(revision, times[0]);
            assertEquals(revision, times[1]);
        }
        writer.join();
    }
}
