package io.sigmaprompt.twin.command;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.record.GateRecord;

/** How much of one kind of limit a set point uses, and at which joint most. */
final class LimitUse implements Restorable {
    private static final double FULL = 1 + 1e-9;

    private final String name;
    private double used;
    private String joint = "";

    LimitUse(String name) {
        this.name = name;
    }

    void clear() {
        used = 0;
        joint = "";
    }

    /** Notes a joint's share; the greatest is kept. */
    void note(double share, String at) {
        if (share > used) {
            used = share;
            joint = at;
        }
    }

    boolean ok() {
        return used <= FULL;
    }

    String joint() {
        return joint;
    }

    GateRecord.Check check() {
        return new GateRecord.Check(name, joint, used, ok());
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDouble(used);
        out.putString(joint);
    }

    @Override
    public void restore(CanonicalInput in) {
        used = in.getDouble();
        joint = in.getString();
    }
}
