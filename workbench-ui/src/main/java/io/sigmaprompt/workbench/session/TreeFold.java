package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in what a session says about one robot's behaviour trees. One thread: the run's. */
final class TreeFold {
    private final List<TreePlan> plans;
    private final Map<String, TreeRecord> latest = new LinkedHashMap<>();
    private final Map<String, ProposalRecord> wishes = new LinkedHashMap<>();

    TreeFold(List<TreePlan> plans) {
        this.plans = plans;
    }

    void take(TreeRecord record) {
        latest.put(record.mind(), record);
    }

    void take(ProposalRecord wish) {
        String key = wish.source() + "/" + wish.behaviour();
        wishes.remove(key);
        if (wish.active()) {
            wishes.put(key, wish);
        }
    }

    List<TreeStand> stand() {
        List<TreeStand> stands = new ArrayList<>();
        for (TreePlan plan : plans) {
            stands.add(new TreeStand(
                    plan,
                    latest.get(plan.mind()),
                    wishes.values().stream()
                            .filter(wish -> wish.source().equals(plan.mind()))
                            .toList()));
        }
        return stands;
    }
}
