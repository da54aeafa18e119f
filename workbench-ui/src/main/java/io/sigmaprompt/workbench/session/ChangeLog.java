package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.record.AlarmRecord;
import io.sigmaprompt.twin.record.DecisionRecord;
import io.sigmaprompt.twin.record.FaultRecord;
import io.sigmaprompt.twin.record.FindingRecord;
import io.sigmaprompt.twin.record.GateRecord;
import io.sigmaprompt.twin.record.ModeRecord;
import io.sigmaprompt.twin.record.NoticeRecord;
import io.sigmaprompt.twin.record.OutputRecord;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a session says once and holds until it says otherwise, in its order. Any thread. */
final class ChangeLog {
    /** Less than the stretch that {@link Rewind} plays again, so that what is left out here is told there. */
    private static final long TREE_NANOS = 500_000_000;

    private final List<OutputRecord> changes = new ArrayList<>();
    private final Map<String, TreeRecord> trees = new HashMap<>();

    synchronized void take(OutputRecord record) {
        if (record instanceof TreeRecord tree) {
            tree(tree);
            return;
        }
        boolean holds =
                switch (record) {
                    case ModeRecord _,
                            FindingRecord _,
                            AlarmRecord _,
                            DecisionRecord _,
                            ProposalRecord _,
                            GateRecord _,
                            FaultRecord _,
                            NoticeRecord _ -> true;
                    default -> false;
                };
        if (holds) {
            changes.add(record);
        }
    }

    /** Keeps of the records of one tree the last in each {@link #TREE_NANOS}. */
    private void tree(TreeRecord tree) {
        TreeRecord before = trees.put(tree.robot() + "/" + tree.mind(), tree);
        if (before != null && before.simNanos() / TREE_NANOS == tree.simNanos() / TREE_NANOS) {
            int at = changes.size() - 1;
            while (at >= 0 && changes.get(at) != before) {
                at--;
            }
            if (at >= 0) {
                changes.remove(at);
            }
        }
        changes.add(tree);
    }

    /** What was said up to and at a time. */
    synchronized List<OutputRecord> until(long simNanos) {
        List<OutputRecord> said = new ArrayList<>();
        for (OutputRecord each : changes) {
            if (each.simNanos() > simNanos) {
                break;
            }
            said.add(each);
        }
        return said;
    }
}
