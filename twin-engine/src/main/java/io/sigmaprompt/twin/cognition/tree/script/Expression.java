package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;

/** A part of a script. Its value lies in a cell of its own and is valid until it is evaluated again. */
interface Expression {
    Cell evaluate(Blackboard board);

    /** The value, which has to be there. */
    default Cell present(Blackboard board, String side, Operator operator) {
        Cell cell = evaluate(board);
        if (cell.isEmpty()) {
            throw new BoardException("the " + side + " side of '" + operator + "' has no value yet");
        }
        return cell;
    }
}
