package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/** When something happened the last few times: how often within a sliding window, at a cost that does not grow. */
public final class RecentTimes implements Restorable {
    private final long[] times;
    private int next;
    private int count;

    /** @param capacity how many times are remembered; more than so many cannot be told apart */
    public RecentTimes(int capacity) {
        times = new long[capacity];
    }

    /** How many times are remembered. */
    public int capacity() {
        return times.length;
    }

    /** It happened; times do not decrease. */
    public void add(long nanos) {
        times[next] = nanos;
        next = next + 1 == times.length ? 0 : next + 1;
        count = Math.min(count + 1, times.length);
    }

    /** Whether it happened at least {@code n} times, at most {@link #capacity}, since {@code fromNanos}, inclusive. */
    public boolean atLeast(int n, long fromNanos) {
        if (n == 0) {
            return true;
        }
        if (count < n) {
            return false;
        }
        int at = next - n;
        return times[at < 0 ? at + times.length : at] >= fromNanos;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(count);
        for (int i = count; i > 0; i--) {
            int at = next - i;
            out.putLong(times[at < 0 ? at + times.length : at]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        int saved = in.getInt();
        next = 0;
        count = 0;
        for (int i = 0; i < saved; i++) {
            add(in.getLong());
        }
    }
}
