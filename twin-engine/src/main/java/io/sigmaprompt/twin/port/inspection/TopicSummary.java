package io.sigmaprompt.twin.port.inspection;

/**
 * What a recording holds of one topic, or of one column of a table.
 *
 * @param name as the recording spells it
 * @param type of its messages, empty where unknown
 * @param messages how many
 * @param spacingNanos median time from one to the next; 0 where there are fewer than two
 * @param longestNanos the longest silence between two
 * @param longestAtNanos when it began, nanoseconds after the recording's first message
 * @param gaps silences of more than {@link TopicTally#GAP} times the median
 */
public record TopicSummary(
        String name, String type, long messages, long spacingNanos, long longestNanos, long longestAtNanos, long gaps) {

    /** Messages a second by the median spacing; 0 where there are fewer than two, or all of one time. */
    public double rate() {
        return spacingNanos > 0 ? 1e9 / spacingNanos : 0;
    }
}
