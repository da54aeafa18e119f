package io.sigmaprompt.twin.port.inspection;

import java.util.Collection;
import java.util.List;

/**
 * What a recording holds.
 *
 * @param format as {@code MCAP} or {@code rosbag2, SQLite}
 * @param bytes of all its files
 * @param messages of all topics
 * @param firstNanos the earliest time on the recording's clock; 0 where there is none
 * @param lastNanos the latest
 * @param topics by name
 * @param storage how it is stored, a sentence each: chunks, compression, index
 * @param remarks what is odd or damaged and where, a sentence each; what stands before damage is counted
 */
public record RecordingSummary(
        String format,
        long bytes,
        long messages,
        long firstNanos,
        long lastNanos,
        List<TopicSummary> topics,
        List<String> storage,
        List<String> remarks) {
    public RecordingSummary {
        topics = List.copyOf(topics);
        storage = List.copyOf(storage);
        remarks = List.copyOf(remarks);
    }

    /** A summary of what was counted. */
    public static RecordingSummary of(
            String format, long bytes, Collection<TopicTally> tallies, List<String> storage, List<String> remarks) {
        List<TopicTally> told =
                tallies.stream().filter(tally -> !tally.isEmpty()).toList();
        long first = told.stream().mapToLong(TopicTally::first).min().orElse(0);
        long last = told.stream().mapToLong(TopicTally::last).max().orElse(0);
        List<TopicSummary> topics =
                tallies.stream().map(tally -> tally.summary(first)).toList();
        long messages = topics.stream().mapToLong(TopicSummary::messages).sum();
        return new RecordingSummary(format, bytes, messages, first, last, topics, storage, remarks);
    }

    /** Seconds from the first message to the last. */
    public double seconds() {
        return (lastNanos - firstNanos) * 1e-9;
    }
}
