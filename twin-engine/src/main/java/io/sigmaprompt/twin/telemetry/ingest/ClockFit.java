package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How a source's clock goes beside ours: receive time less source time is offset + drift · source time + a delay that is
 * never negative, so the line lies at the lower edge of what is seen. Of each stretch of time the frame with the least
 * delay is kept, up to {@link #BLOCKS} of them; the stretches grow with the time seen, from an eighth of a second to
 * eight, so that the last eight minutes decide. {@link EnvelopeLine} lays the line below the kept frames.
 *
 * <p>The least delay of the wire cannot be told from an offset and counts as part of it. Constant work a frame, and a
 * fit over the kept ones at each stretch's end; allocates nothing.
 */
public final class ClockFit implements Restorable {
    static final int BLOCKS = 64;
    /** So many kept frames make a line that can be believed. */
    static final int FEWEST = 5;

    private static final long SHORTEST_BLOCK_NANOS = 125_000_000;
    private static final long LONGEST_BLOCK_NANOS = 8_000_000_000L;
    /** So many stretches in a row far below the line: the source's clock was set, and what came before is of no use. */
    private static final int STEP = 3;

    /** From so many kept frames on, the newer half is looked at by itself. */
    private static final int HALVED = 16;
    /** Heights above one line for all, so many times those above a line for the newer half: no one line is the truth. */
    private static final double BROKEN = 4;
    /** Smaller heights are no sign of anything, s. */
    private static final double BROKEN_FLOOR = 20e-6;

    private final double[] x = new double[BLOCKS];
    private final double[] y = new double[BLOCKS];
    private final double[] halfX = new double[BLOCKS];
    private final double[] halfY = new double[BLOCKS];
    private final EnvelopeLine line = new EnvelopeLine();
    private final EnvelopeLine half = new EnvelopeLine();
    private int count;
    private boolean begun;
    private long sourceOrigin;
    private long differenceOrigin;
    private long blockNanos = SHORTEST_BLOCK_NANOS;
    private double blockStart;
    private double openX;
    private double openY;
    private double newest;

    /** Takes a frame's times, in nanoseconds. */
    public void add(long sourceNanos, long receiveNanos) {
        if (!begun) {
            begun = true;
            sourceOrigin = sourceNanos;
            differenceOrigin = receiveNanos - sourceNanos;
            open(0, 0);
            newest = 0;
            return;
        }
        double at = (sourceNanos - sourceOrigin) * 1e-9;
        double difference = (receiveNanos - sourceNanos - differenceOrigin) * 1e-9;
        newest = Math.max(newest, at);
        if (at - blockStart >= blockNanos * 1e-9) {
            close();
            open(at, difference);
        } else if (above(at, difference) < above(openX, openY)) {
            openX = at;
            openY = difference;
        }
    }

    /** Forgets everything: the source's clock began anew. */
    public void forget() {
        begun = false;
        count = 0;
        blockNanos = SHORTEST_BLOCK_NANOS;
        line.forget();
    }

    private void open(double at, double difference) {
        blockStart = at;
        openX = at;
        openY = difference;
    }

    /** Height above a line of the slope told so far, by which frames of a stretch are compared. */
    private double above(double at, double difference) {
        return difference - line.slope() * at;
    }

    private void close() {
        if (count == BLOCKS) {
            makeRoom();
        }
        x[count] = openX;
        y[count] = openY;
        count++;
        if (count < FEWEST) {
            return;
        }
        line.fit(x, y, count);
        if (line.outliersAtEnd() >= STEP) {
            keepNewest(line.outliersAtEnd());
            line.forget();
        } else if (broken()) {
            keepNewest(count - count / 2);
            line.fit(x, y, count);
        }
    }

    /** Whether the source's clock or the wire changed: its newer half has a line of its own, which fits far better. */
    private boolean broken() {
        if (count < HALVED) {
            return false;
        }
        int from = count / 2;
        System.arraycopy(x, from, halfX, 0, count - from);
        System.arraycopy(y, from, halfY, 0, count - from);
        half.fit(halfX, halfY, count - from);
        return line.meanHeight() > BROKEN_FLOOR + BROKEN * half.meanHeight();
    }

    private void keepNewest(int kept) {
        System.arraycopy(x, count - kept, x, 0, kept);
        System.arraycopy(y, count - kept, y, 0, kept);
        count = kept;
        blockNanos = SHORTEST_BLOCK_NANOS;
    }

    private void makeRoom() {
        if (blockNanos >= LONGEST_BLOCK_NANOS) {
            System.arraycopy(x, 1, x, 0, BLOCKS - 1);
            System.arraycopy(y, 1, y, 0, BLOCKS - 1);
            count--;
            return;
        }
        for (int i = 0; i < BLOCKS / 2; i++) {
            int better = above(x[2 * i], y[2 * i]) <= above(x[2 * i + 1], y[2 * i + 1]) ? 2 * i : 2 * i + 1;
            x[i] = x[better];
            y[i] = y[better];
        }
        count = BLOCKS / 2;
        blockNanos *= 2;
    }

    /** Whether enough was seen to tell anything. */
    public boolean known() {
        return line.known();
    }

    /** Our clock less the source's at the newest frame, seconds, the wire's least delay included; NaN if unknown. */
    public double offsetSeconds() {
        return known() ? differenceOrigin * 1e-9 + line.valueAt(newest) : Double.NaN;
    }

    /** Standard deviation of {@link #offsetSeconds}, s. */
    public double offsetSigma() {
        return known() ? line.sigmaAt(newest) : Double.NaN;
    }

    /** How much faster our clock goes than the source's, in millionths; NaN if unknown. */
    public double driftPpm() {
        return known() ? line.slope() * 1e6 : Double.NaN;
    }

    /** Standard deviation of {@link #driftPpm}. */
    public double driftSigmaPpm() {
        return known() ? line.slopeSigma() * 1e6 : Double.NaN;
    }

    /** How much longer than the least a frame was on its way, s; NaN if unknown. */
    public double delaySeconds(long sourceNanos, long receiveNanos) {
        if (!known()) {
            return Double.NaN;
        }
        double at = (sourceNanos - sourceOrigin) * 1e-9;
        return (receiveNanos - sourceNanos - differenceOrigin) * 1e-9 - line.valueAt(at);
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(count);
        out.putDoubles(x);
        out.putDoubles(y);
        out.putBoolean(begun);
        out.putLong(sourceOrigin);
        out.putLong(differenceOrigin);
        out.putLong(blockNanos);
        out.putDouble(blockStart);
        out.putDouble(openX);
        out.putDouble(openY);
        out.putDouble(newest);
        line.save(out);
    }

    @Override
    public void restore(CanonicalInput in) {
        count = in.getInt();
        in.getDoubles(x);
        in.getDoubles(y);
        begun = in.getBoolean();
        sourceOrigin = in.getLong();
        differenceOrigin = in.getLong();
        blockNanos = in.getLong();
        blockStart = in.getDouble();
        openX = in.getDouble();
        openY = in.getDouble();
        newest = in.getDouble();
        line.restore(in);
    }
}
