package io.sigmaprompt.scenarios.run;

import io.sigmaprompt.twin.port.NoveltyModel;
import io.sigmaprompt.twin.port.NoveltyModelProvider;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A novelty model of the tests: from its eleventh answer on all is new. It answers while it is let. */
public final class TestNovelty implements NoveltyModelProvider {
    static final AtomicInteger OPENED = new AtomicInteger();
    static final Semaphore LET = new Semaphore(0);
    static final int ALL = 1_000_000;

    static void reset() {
        OPENED.set(0);
        LET.drainPermits();
        LET.release(ALL);
    }

    @Override
    public String name() {
        return "test-novelty";
    }

    @Override
    public NoveltyModel open(int dimensions, long seed) {
        OPENED.incrementAndGet();
        return new NoveltyModel() {
            private int answers;

            @Override
            public String name() {
                return "test-novelty";
            }

            @Override
            public String parameters() {
                return "dimensions " + dimensions;
            }

            @Override
            public double score(long nanos, double[] point) {
                LET.acquireUninterruptibly();
                return ++answers > 10 ? 0.99999 : 0.5;
            }

            @Override
            public void close() {
                // It holds nothing.
            }
        };
    }
}
