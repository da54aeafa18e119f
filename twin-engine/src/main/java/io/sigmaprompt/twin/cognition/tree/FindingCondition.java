package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;

/** True while a matching finding is active, and for a while after. */
final class FindingCondition extends TreeNode {
    private static final long NEVER = Long.MIN_VALUE;

    private final TreeSpec.FindingActive wanted;
    private long lastSeen = NEVER;
    private String reason = "";

    FindingCondition(TreeSpec.FindingActive wanted) {
        this.wanted = wanted;
    }

    @Override
    boolean tick(Blackboard board) {
        long now = board.situation().simNanos();
        for (FindingRecord finding : board.situation().findings()) {
            if (matches(finding)) {
                lastSeen = now;
                reason = finding.explanation();
                break;
            }
        }
        boolean active = lastSeen != NEVER && now - lastSeen <= wanted.holdNanos();
        if (active) {
            board.noteReason(reason);
        }
        return active;
    }

    private boolean matches(FindingRecord finding) {
        return (wanted.kind() == null || wanted.kind() == finding.kind())
                && (wanted.joint() == null || wanted.joint().equals(finding.joint()));
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(lastSeen);
        out.putString(reason);
    }

    @Override
    public void restore(CanonicalInput in) {
        lastSeen = in.getLong();
        reason = in.getString();
    }
}
