package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.Cell;

/** {@code condition ? one : other}; a condition is true unless it is the number zero. */
record Conditional(Expression condition, Expression then, Expression otherwise) implements Expression {
    @Override
    public Cell evaluate(Blackboard board) {
        return condition.evaluate(board).castDouble() != 0 ? then.evaluate(board) : otherwise.evaluate(board);
    }
}
