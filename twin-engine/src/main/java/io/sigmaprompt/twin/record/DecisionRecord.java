package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.List;

/**
 * Arbitration chose another wish than before.
 *
 * @param behaviour the wish that won
 * @param source the mind it came from
 * @param score what it won with
 * @param over the wishes it won over, best first
 * @param rule the rule that decided, {@code first}, {@code priority} or {@code withdrawn}
 * @param reason one sentence for people
 */
public record DecisionRecord(
        String robot,
        long simNanos,
        String behaviour,
        String source,
        double score,
        List<Loser> over,
        String rule,
        String reason)
        implements OutputRecord {
    /** A wish that was not chosen. */
    public record Loser(String behaviour, String source, double score) {}

    public DecisionRecord {
        over = List.copyOf(over);
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(behaviour);
        out.putString(source);
        out.putDouble(score);
        out.putInt(over.size());
        for (Loser loser : over) {
            out.putString(loser.behaviour());
            out.putString(loser.source());
            out.putDouble(loser.score());
        }
        out.putString(rule);
        out.putString(reason);
    }
}
