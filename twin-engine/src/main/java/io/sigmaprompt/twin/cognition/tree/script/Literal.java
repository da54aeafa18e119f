package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.Cell;

/** A value written out. */
record Literal(Cell value) implements Expression {
    @Override
    public Cell evaluate(Blackboard board) {
        return value;
    }
}
