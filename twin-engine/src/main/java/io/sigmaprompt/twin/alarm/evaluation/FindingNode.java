package io.sigmaprompt.twin.alarm.evaluation;

import io.sigmaprompt.twin.alarm.rule.Condition;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.record.FindingRecord;
import java.util.LinkedHashSet;
import java.util.Set;

/** Whether a finding of some kind is active. */
final class FindingNode extends Node {
    private final Condition.Finding wanted;
    private final Set<String> active = new LinkedHashSet<>();

    FindingNode(Condition.Finding wanted) {
        this.wanted = wanted;
    }

    @Override
    void on(FindingRecord finding) {
        if (wanted.kind() != null && wanted.kind() != finding.kind()
                || wanted.joint() != null && !wanted.joint().equals(finding.joint())) {
            return;
        }
        if (finding.active() && finding.evidence().score() >= wanted.score()) {
            active.add(finding.id());
        } else {
            active.remove(finding.id());
        }
    }

    @Override
    boolean evaluate(long now) {
        return !active.isEmpty();
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(active.size());
        active.forEach(out::putString);
    }

    @Override
    public void restore(CanonicalInput in) {
        active.clear();
        for (int left = in.getInt(); left > 0; left--) {
            active.add(in.getString());
        }
    }
}
