package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;

/**
 * A mind's wish appeared or was withdrawn.
 *
 * @param source the mind
 * @param behaviour the wish's name, as {@code slow_and_report}
 * @param active false when it is withdrawn
 * @param priority its class; a higher one is stronger
 * @param goal what it wants, in words
 * @param rationale why, in words
 */
public record ProposalRecord(
        String robot,
        long simNanos,
        String source,
        String behaviour,
        boolean active,
        double priority,
        String goal,
        String rationale)
        implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(source);
        out.putString(behaviour);
        out.putBoolean(active);
        out.putDouble(priority);
        out.putString(goal);
        out.putString(rationale);
    }
}
