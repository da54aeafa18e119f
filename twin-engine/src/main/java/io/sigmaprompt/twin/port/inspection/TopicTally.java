package io.sigmaprompt.twin.port.inspection;

import java.util.Arrays;

/** Counts the messages of one topic and keeps their times, eight bytes each. */
public final class TopicTally {
    /** A silence of so many times the median spacing is a gap. */
    public static final int GAP = 5;

    private final String name;
    private final String type;
    private long[] times = new long[64];
    private int count;

    public TopicTally(String name, String type) {
        this.name = name;
        this.type = type;
    }

    /** Takes a message's time, nanoseconds on the recording's clock, in any order. */
    public void take(long nanos) {
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = nanos;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The earliest time; there must be one. */
    long first() {
        return Arrays.stream(times, 0, count).min().orElseThrow();
    }

    /** The latest time; there must be one. */
    long last() {
        return Arrays.stream(times, 0, count).max().orElseThrow();
    }

    /** What it came to, told from a time on. */
    TopicSummary summary(long begin) {
        if (count < 2) {
            return new TopicSummary(name, type, count, 0, 0, 0, 0);
        }
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        long[] spacing = new long[count - 1];
        int longest = 0;
        for (int k = 0; k < spacing.length; k++) {
            spacing[k] = sorted[k + 1] - sorted[k];
            longest = spacing[k] > spacing[longest] ? k : longest;
        }
        long longestNanos = spacing[longest];
        Arrays.sort(spacing);
        long median = spacing[spacing.length / 2];
        long gaps = Arrays.stream(spacing)
                .filter(each -> median > 0 && each > GAP * median)
                .count();
        return new TopicSummary(name, type, count, median, longestNanos, sorted[longest] - begin, gaps);
    }
}
