package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * Whose turn it is to be looked at: joints share a robot's time, so that no frame has to look at all of them. Times
 * stand side by side, since every frame asks for all of them.
 */
final class LookTurns implements Restorable {
    /**
     * Time that one look at a joint is given. A robot's joints share it: of seven, each is looked at 140 times a second
     * at most, of thirty, each 33 times, however often the robot speaks.
     */
    private static final long LOOK_NANOS = 1_000_000;

    /** However many joints there are, each is looked at this often. */
    private static final long LONGEST_STEP_NANOS = 50_000_000;

    private final long step;
    private final long[] last;
    private final long[] due;

    /** Turns of so many joints, none of which was looked at. */
    LookTurns(int joints) {
        step = Math.min(joints * LOOK_NANOS, LONGEST_STEP_NANOS);
        last = new long[joints];
        due = new long[joints];
        for (int i = 0; i < joints; i++) {
            looked(i, 0);
        }
    }

    /** Whether a joint's turn has come since it was looked at last, or time has run back. */
    boolean due(int joint, long nanos) {
        return nanos >= due[joint] || nanos < last[joint];
    }

    /** A joint was looked at, at a time of the robot's clock. */
    void looked(int joint, long nanos) {
        long turn = joint * LOOK_NANOS;
        last[joint] = nanos;
        due[joint] = (Math.floorDiv(nanos - turn, step) + 1) * step + turn;
    }

    @Override
    public void save(CanonicalOutput out) {
        for (long one : last) {
            out.putLong(one);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        for (int i = 0; i < last.length; i++) {
            looked(i, in.getLong());
        }
    }
}
