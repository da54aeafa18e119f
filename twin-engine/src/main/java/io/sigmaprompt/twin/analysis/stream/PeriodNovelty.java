package io.sigmaprompt.twin.analysis.stream;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How new a value is for its time within a period, a day say: how far it is from the nearest value at about the same
 * time of each earlier period. A signal without such a period loses nothing: the nearest of some dozens of old values is then as
 * good as any. It is told only once a period has passed.
 */
final class PeriodNovelty implements Restorable {
    /** About the same time: so many samples to either side. */
    private static final int NEIGHBOURS = 2;

    private final long periodNanos;
    private final TrailingMean mean;
    private final TailSurprise tail;
    private final long[] times;
    private final double[] values;
    private final long[] places;
    private long count;

    /**
     * A novelty that has seen nothing.
     *
     * @param periodNanos length of a period
     * @param periods how many of the past are looked at
     * @param capacity how many samples are kept; of a signal with more in those periods, only the newest periods count
     * @param window over how many samples values are smoothed
     * @param tailSize how many of the greatest distances are kept
     */
    PeriodNovelty(long periodNanos, int periods, int capacity, int window, int tailSize) {
        this.periodNanos = periodNanos;
        mean = new TrailingMean(window);
        tail = new TailSurprise(tailSize);
        times = new long[capacity];
        values = new double[capacity];
        places = new long[periods];
    }

    /** The surprise of the next value, in decades of improbability. */
    double next(long nanos, double value) {
        mean.add(value);
        double distance = distance(nanos, mean.mean());
        int slot = (int) (count % times.length);
        times[slot] = nanos;
        values[slot] = mean.mean();
        count++;
        return Double.isInfinite(distance) ? 0 : tail.next(distance);
    }

    /** To the nearest value of about the same time in any earlier period; infinite where there is none. */
    private double distance(long nanos, double value) {
        long oldest = Math.max(0, count - times.length);
        double nearest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < places.length && oldest < count; k++) {
            long wanted = nanos - (k + 1) * periodNanos;
            if (wanted < time(oldest)) {
                break;
            }
            long place = Math.max(places[k], oldest);
            while (place + 1 < count && Math.abs(time(place + 1) - wanted) <= Math.abs(time(place) - wanted)) {
                place++;
            }
            places[k] = place;
            long last = Math.min(count - 1, place + NEIGHBOURS);
            for (long at = Math.max(oldest, place - NEIGHBOURS); at <= last; at++) {
                nearest = Math.min(nearest, Math.abs(value - values[(int) (at % values.length)]));
            }
        }
        return nearest;
    }

    private long time(long place) {
        return times[(int) (place % times.length)];
    }

    @Override
    public void save(CanonicalOutput out) {
        mean.save(out);
        tail.save(out);
        out.putLong(count);
        for (long place : places) {
            out.putLong(place);
        }
        int used = (int) Math.min(count, times.length);
        for (int i = 0; i < used; i++) {
            out.putLong(times[i]);
            out.putDouble(values[i]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        mean.restore(in);
        tail.restore(in);
        count = in.getLong();
        for (int k = 0; k < places.length; k++) {
            places[k] = in.getLong();
        }
        int used = (int) Math.min(count, times.length);
        for (int i = 0; i < used; i++) {
            times[i] = in.getLong();
            values[i] = in.getDouble();
        }
    }
}
