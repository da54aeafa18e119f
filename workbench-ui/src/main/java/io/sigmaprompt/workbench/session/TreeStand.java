package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a mind's behaviour tree stands.
 *
 * @param latest its nodes and blackboards; null before its first tick
 * @param wishes what it wants now, the newest last
 */
public record TreeStand(TreePlan plan, @Nullable TreeRecord latest, List<ProposalRecord> wishes) {
    public TreeStand {
        wishes = List.copyOf(wishes);
    }
}
