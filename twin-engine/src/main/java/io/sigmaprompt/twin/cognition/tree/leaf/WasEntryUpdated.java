package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;

/** Succeeds if an entry was written since it last looked. */
final class WasEntryUpdated extends SyncNode {
    private final String key;
    private long seen;

    WasEntryUpdated(NodeSetup setup) {
        super(setup);
        Input entry = setup.input("entry");
        String pointed = entry.key();
        key = pointed == null ? entry.text() : pointed;
    }

    @Override
    protected NodeStatus tick() {
        Entry entry = setup().board().entry(key);
        if (entry == null || entry.writes() == seen) {
            return NodeStatus.FAILURE;
        }
        seen = entry.writes();
        return NodeStatus.SUCCESS;
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putLong(seen);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        seen = in.getLong();
    }
}
