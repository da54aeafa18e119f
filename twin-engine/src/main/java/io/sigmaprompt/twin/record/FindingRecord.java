package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.Locale;

/**
 * A detector found something, or no longer finds it.
 *
 * @param id the finding's name, one per detector and signal, as {@code residual/elbow_joint}
 * @param kind what kind of thing it is
 * @param joint the joint it is about, or that carries the link it is about; empty where it is about the whole robot
 * @param active whether it is found from now on, or gone
 * @param value what was seen
 * @param threshold what it was held against, same unit
 * @param unit of value and threshold
 * @param explanation one sentence for people
 * @param evidence what it rests on
 */
public record FindingRecord(
        String robot,
        long simNanos,
        String id,
        Kind kind,
        String joint,
        boolean active,
        double value,
        double threshold,
        String unit,
        String explanation,
        Evidence evidence)
        implements OutputRecord {
    /** What can be found. */
    public enum Kind {
        /** No telemetry. */
        STALE,
        /** Frames that should have come did not. */
        GAP,
        /** Frames come unevenly. */
        JITTER,
        /** Beyond a limit of the model. */
        LIMIT,
        /** Changes faster than it can. */
        RATE,
        /** Does not change where it always did. */
        FLAT_LINE,
        /** Repeats one value to the bit while what it measures moves. */
        STUCK,
        /** A value far from its neighbours in time. */
        SPIKE,
        /** Its level has moved, and stays. */
        SHIFT,
        /** A rhythm came, went or changed. */
        PERIODICITY,
        /** A combination of values that was never seen. */
        NOVELTY,
        /** What the model does not explain. */
        RESIDUAL,
        /** Something pushes a link. */
        CONTACT,
        /** A link weighs more or less than the model says. */
        PAYLOAD;

        /** Its name in words, in lower case: {@code flat line}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putString(id);
        out.putEnum(kind);
        out.putString(joint);
        out.putBoolean(active);
        out.putDouble(value);
        out.putDouble(threshold);
        out.putString(unit);
        out.putString(explanation);
        evidence.save(out);
    }
}
