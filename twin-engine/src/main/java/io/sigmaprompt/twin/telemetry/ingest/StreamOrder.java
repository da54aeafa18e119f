package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * The order of one stream by its source times. A single time stamp that fits nothing is a mistake; several in a row that
 * go on among themselves, at the pace at which they arrive, are a clock that was set.
 */
final class StreamOrder implements Restorable {
    private static final long NONE = Long.MIN_VALUE;
    /** Source times that are remembered, for knowing a frame that comes a second time. */
    private static final int REMEMBERED = 32;
    /** A stamp so far ahead of all that the delays seen allow is not believed at once. */
    private static final long AHEAD_NANOS = 1_000_000_000;
    /** So many frames in a row prove a clock that was set. */
    static final int PROOF = 5;

    /** Where a frame stands. */
    enum Place {
        NEXT,
        DUPLICATE,
        REORDERED,
        LATE,
        AHEAD,
        /** By a clock that was set back, or began anew. */
        ANEW,
        /** By a clock that was set ahead. */
        LEAPT
    }

    private final long[] remembered = new long[REMEMBERED];
    private int rememberedCount;
    private long newest = NONE;
    /** The greatest source time less arrival: no frame can come earlier than the fastest did. */
    private long lead;

    private boolean mayRestart;
    private int run;
    private long runSource;
    private long runArrival;
    private long runFirstSource;
    private long runFirstArrival;

    long newest() {
        return newest;
    }

    boolean empty() {
        return newest == NONE;
    }

    /** The wire was lost and is there again: the next frame's time is believed, whatever it is. */
    void reconnected() {
        mayRestart = !empty();
    }

    void forget() {
        newest = NONE;
        rememberedCount = 0;
        run = 0;
        mayRestart = false;
    }

    /**
     * Where a frame stands; one that is {@link Place#NEXT} is from now on the newest.
     *
     * @param floor a source time that others of its kind have told of already, or {@link Long#MIN_VALUE}
     */
    Place place(long source, long arrival, long floor, long reorderNanos) {
        boolean trusted = mayRestart;
        mayRestart = false;
        long bound = Math.max(newest, floor);
        if (bound == NONE) {
            return next(source, arrival);
        }
        if (source > bound) {
            if (!empty() && !trusted && source - arrival > lead + AHEAD_NANOS) {
                return proven(source, arrival) ? Place.LEAPT : Place.AHEAD;
            }
            return next(source, arrival);
        }
        if (knows(source)) {
            return Place.DUPLICATE;
        }
        if (bound - source <= reorderNanos) {
            remember(source);
            return Place.REORDERED;
        }
        if (trusted || proven(source, arrival)) {
            return Place.ANEW;
        }
        remember(source);
        return Place.LATE;
    }

    private Place next(long source, long arrival) {
        lead = empty() ? source - arrival : Math.max(lead, source - arrival);
        newest = source;
        run = 0;
        remember(source);
        return Place.NEXT;
    }

    private boolean proven(long source, long arrival) {
        long step = source - runSource;
        boolean goesOn = run > 0 && step > 0 && step <= AHEAD_NANOS + 2 * (arrival - runArrival);
        if (!goesOn) {
            run = 0;
            runFirstSource = source;
            runFirstArrival = arrival;
        }
        run++;
        runSource = source;
        runArrival = arrival;
        return run >= PROOF && 2 * (arrival - runFirstArrival) >= source - runFirstSource;
    }

    private boolean knows(long source) {
        for (int i = Math.max(0, rememberedCount - REMEMBERED); i < rememberedCount; i++) {
            if (remembered[i % REMEMBERED] == source) {
                return true;
            }
        }
        return false;
    }

    private void remember(long source) {
        remembered[rememberedCount % REMEMBERED] = source;
        rememberedCount++;
        if (rememberedCount == 2 * REMEMBERED) {
            rememberedCount = REMEMBERED;
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(rememberedCount);
        for (long one : remembered) {
            out.putLong(one);
        }
        out.putLong(newest);
        out.putLong(lead);
        out.putBoolean(mayRestart);
        out.putInt(run);
        out.putLong(runSource);
        out.putLong(runArrival);
        out.putLong(runFirstSource);
        out.putLong(runFirstArrival);
    }

    @Override
    public void restore(CanonicalInput in) {
        rememberedCount = in.getInt();
        for (int i = 0; i < REMEMBERED; i++) {
            remembered[i] = in.getLong();
        }
        newest = in.getLong();
        lead = in.getLong();
        mayRestart = in.getBoolean();
        run = in.getInt();
        runSource = in.getLong();
        runArrival = in.getLong();
        runFirstSource = in.getLong();
        runFirstArrival = in.getLong();
    }
}
