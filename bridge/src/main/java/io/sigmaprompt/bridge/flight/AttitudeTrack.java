package io.sigmaprompt.bridge.flight;

import org.jspecify.annotations.Nullable;

/** The last two attitudes, between which one can be told for any time. */
final class AttitudeTrack {
    /** Over a longer pause nobody knows how the body turned. */
    private static final long LONGEST_MICROS = 200_000;

    private long beforeMicros;
    private double @Nullable [] before;
    private long newestMicros;
    private double @Nullable [] newest;

    void add(long micros, double[] attitude) {
        beforeMicros = newestMicros;
        before = newest;
        newestMicros = micros;
        newest = attitude;
    }

    boolean reaches(long micros) {
        return newest != null && newestMicros >= micros;
    }

    /** The attitude at a time, straight between the two around it; null where the nearest is too far away. */
    double @Nullable [] at(long micros) {
        double[] after = newest;
        if (after == null) {
            return null;
        }
        double[] first = before;
        if (first == null || micros >= newestMicros || newestMicros <= beforeMicros || micros < beforeMicros) {
            long newestAway = Math.abs(micros - newestMicros);
            boolean olderNearer = first != null && Math.abs(micros - beforeMicros) < newestAway;
            long away = olderNearer ? Math.abs(micros - beforeMicros) : newestAway;
            return away > LONGEST_MICROS ? null : olderNearer ? first : after;
        }
        if (newestMicros - beforeMicros > LONGEST_MICROS) {
            return null;
        }
        double share = (micros - beforeMicros) / (double) (newestMicros - beforeMicros);
        return between(first, after, share);
    }

    /** Normalised linear interpolation: over a few degrees it differs from the great arc by less than can be measured. */
    private static double[] between(double[] a, double[] b, double share) {
        double dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
        double sign = dot < 0 ? -1 : 1;
        double[] q = new double[4];
        double square = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = (1 - share) * a[i] + share * sign * b[i];
            square += q[i] * q[i];
        }
        double scale = 1 / Math.sqrt(square);
        for (int i = 0; i < 4; i++) {
            q[i] *= scale;
        }
        return q;
    }
}
