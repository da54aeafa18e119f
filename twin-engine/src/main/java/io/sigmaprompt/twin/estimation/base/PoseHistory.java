package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** Where the base was within the last 0.64 s, every 5 ms or less often, for poses that come late. */
final class PoseHistory implements Restorable {
    private static final int CAPACITY = 128;
    private static final long SPACING_NANOS = 5_000_000;

    private final long[] nanos = new long[CAPACITY];

    /** Position and quaternion. */
    private final double[] poses = new double[7 * CAPACITY];

    private int newest = -1;
    private int size;

    void add(long at, BaseState state) {
        if (size > 0 && at - nanos[newest] < SPACING_NANOS && at >= nanos[newest]) {
            return;
        }
        newest = (newest + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
        nanos[newest] = at;
        System.arraycopy(state.position, 0, poses, 7 * newest, 3);
        System.arraycopy(state.orientation, 0, poses, 7 * newest + 3, 4);
    }

    void clear() {
        size = 0;
        newest = -1;
    }

    /**
     * Where the base was, between the two entries around that time.
     *
     * @param pose Modified. position and quaternion
     * @return whether that is known
     */
    boolean at(long time, double[] pose) {
        for (int back = 1; back < size; back++) {
            int before = Math.floorMod(newest - back, CAPACITY);
            if (nanos[before] <= time) {
                int after = (before + 1) % CAPACITY;
                if (time > nanos[after]) {
                    return false;
                }
                mix(before, after, (double) (time - nanos[before]) / (nanos[after] - nanos[before]), pose);
                return true;
            }
        }
        return false;
    }

    private void mix(int a, int b, double share, double[] pose) {
        double dot = 0;
        for (int i = 3; i < 7; i++) {
            dot += poses[7 * a + i] * poses[7 * b + i];
        }
        double norm = 0;
        for (int i = 0; i < 7; i++) {
            double end = i >= 3 && dot < 0 ? -poses[7 * b + i] : poses[7 * b + i];
            pose[i] = (1 - share) * poses[7 * a + i] + share * end;
            norm += i >= 3 ? pose[i] * pose[i] : 0;
        }
        for (int i = 3; i < 7; i++) {
            pose[i] /= Math.sqrt(norm);
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(newest);
        out.putInt(size);
        for (long one : nanos) {
            out.putLong(one);
        }
        out.putDoubles(poses);
    }

    @Override
    public void restore(CanonicalInput in) {
        newest = in.getInt();
        size = in.getInt();
        for (int i = 0; i < CAPACITY; i++) {
            nanos[i] = in.getLong();
        }
        in.getDoubles(poses);
    }
}
