package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.TreeAccount;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.UUID;

/** What is told of one tree: how it is built, and how it stands. Shown to by the run's thread, read by the server's. */
final class TreeFeed {
    private final UUID id = UUID.randomUUID();
    private final String xml;
    private final TransitionLog transitions = new TransitionLog();
    private volatile TreeRecord latest;

    TreeFeed(BehaviorTree tree) {
        xml = TreeXml.of(tree);
        latest = TreeAccount.of("", 0, "", tree);
    }

    void show(TreeRecord record) {
        transitions.take(latest, record);
        latest = record;
    }

    UUID id() {
        return id;
    }

    /** The whole tree, with the numbers that its nodes have here. */
    String xml() {
        return xml;
    }

    TreeRecord latest() {
        return latest;
    }

    TransitionLog transitions() {
        return transitions;
    }
}
