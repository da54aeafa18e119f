package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/** Counts frames in tenths of a second and sums the last ten. */
final class FrameRate implements Restorable {
    private static final int BINS = 10;
    private static final long BIN_NANOS = 100_000_000;

    private final long[] counts = new long[BINS];
    private long currentBin;

    void count(long nanos) {
        advance(nanos);
        counts[(int) (currentBin % BINS)]++;
    }

    double perSecond(long nanos) {
        advance(nanos);
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        long sinceBin = nanos - currentBin * BIN_NANOS;
        long covered = Math.min((BINS - 1) * BIN_NANOS + sinceBin, nanos);
        return covered <= 0 ? 0 : sum / (covered * 1e-9);
    }

    private void advance(long nanos) {
        long bin = nanos / BIN_NANOS;
        if (bin - currentBin >= BINS) {
            Arrays.fill(counts, 0);
            currentBin = bin;
        }
        while (currentBin < bin) {
            currentBin++;
            counts[(int) (currentBin % BINS)] = 0;
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(currentBin);
        for (long count : counts) {
            out.putLong(count);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        currentBin = in.getLong();
        for (int i = 0; i < BINS; i++) {
            counts[i] = in.getLong();
        }
    }
}
