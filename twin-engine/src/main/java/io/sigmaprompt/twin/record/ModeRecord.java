package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.TwinMode;

/**
 * A mode began, or was refused.
 *
 * @param mode the mode that holds from this tick on
 * @param reason who wanted it, or why another was refused
 */
public record ModeRecord(String robot, long simNanos, TwinMode mode, String reason) implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putEnum(mode);
        out.putString(reason);
    }
}
