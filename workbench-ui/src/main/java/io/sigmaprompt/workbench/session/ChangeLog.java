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
import java.util.ArrayList;
import java.util.List;

/** What a session says once and holds until it says otherwise, in its order. Any thread. */
final class ChangeLog {
    private final List<OutputRecord> changes = new ArrayList<>();

    synchronized void take(OutputRecord record) {
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
