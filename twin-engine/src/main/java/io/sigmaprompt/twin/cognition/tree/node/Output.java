package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import org.jspecify.annotations.Nullable;

/** An output port of one node. Writing to one that the tree does not use does nothing. */
public final class Output {
    private final Blackboard board;
    private final @Nullable String key;

    Output(String port, Blackboard board, @Nullable String text) {
        this.board = board;
        key = text == null ? null : BlackboardPointer.key(port, text);
    }

    /** Writes a value of the port's type. */
    public void write(Cell value) {
        if (key != null) {
            board.setTyped(key, value);
        }
    }
}
