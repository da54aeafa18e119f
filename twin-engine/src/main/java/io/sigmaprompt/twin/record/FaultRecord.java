package io.sigmaprompt.twin.record;

import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.input.Fault;

/** A fault was injected. */
public record FaultRecord(String robot, long simNanos, Fault fault) implements OutputRecord {
    @Override
    public void encode(CanonicalOutput out) {
        out.putString(robot);
        out.putLong(simNanos);
        out.putEnum(fault.kind());
        out.putString(fault.joint());
        out.putDouble(fault.magnitude());
        out.putLong(fault.durationNanos());
    }
}
