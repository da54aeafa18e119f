package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.node.BlackboardPointer;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;
import java.util.Objects;

/** Writes text or another entry's value, type and all, to the entry of a name. */
final class SetBlackboard extends SyncNode {
    private final Input value;
    private final Input outputKey;
    private final Cell written = new Cell();

    SetBlackboard(NodeSetup setup) {
        super(setup);
        value = setup.input("value");
        outputKey = setup.input("output_key");
    }

    @Override
    protected NodeStatus tick() {
        String name = outputKey.text();
        Entry target = setup().board().entry(name);
        String raw = Objects.requireNonNull(value.raw());
        String source = BlackboardPointer.key(raw);
        if (source == null) {
            written.setText(raw);
        } else {
            Entry entry = setup().board().entry(source);
            if (entry == null) {
                throw new BoardException("there is no entry '" + source + "'");
            }
            if (target == null) {
                target = setup().board().declare(name, entry.type());
            }
            written.set(entry.value());
        }
        if (written.isEmpty()) {
            return NodeStatus.FAILURE;
        }
        if (target != null && target.type().strong() && target.type() != PortType.STRING && written.isText()) {
            target.read(written.castText(), written);
        }
        setup().board().setWhole(name, written);
        return NodeStatus.SUCCESS;
    }
}
