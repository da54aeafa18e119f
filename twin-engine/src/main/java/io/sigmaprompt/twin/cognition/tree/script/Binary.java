package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;

/** Arithmetic, bits and logic. Both sides are always evaluated: {@code &&} does not stop early, as there. */
final class Binary implements Expression {
    private final Expression left;
    private final Operator operator;
    private final Expression right;
    private final Cell result = new Cell();

    Binary(Expression left, String operator, Expression right) {
        this.left = left;
        this.operator = Operator.of(operator);
        this.right = right;
    }

    @Override
    public Cell evaluate(Blackboard board) {
        Cell a = left.evaluate(board);
        Cell b = right.evaluate(board);
        if (a.isEmpty() || b.isEmpty()) {
            throw new BoardException(
                    "the " + (a.isEmpty() ? "left" : "right") + " side of '" + operator + "' has no value yet");
        }
        if (a.isNumber() && b.isNumber() && operator != Operator.JOINED) {
            result.setReal(compute(a, b));
        } else if (joins(a, b)) {
            result.setText(a.castText() + b.castText());
        } else {
            throw new BoardException("'" + operator + "' does not go between " + a.show() + " and " + b.show());
        }
        return result;
    }

    private boolean joins(Cell a, Cell b) {
        boolean texts = a.isText() && b.isText();
        return switch (operator) {
            case PLUS -> texts;
            case JOINED -> texts || a.isText() && b.isNumber() || a.isNumber() && b.isText();
            default -> false;
        };
    }

    private double compute(Cell a, Cell b) {
        return switch (operator) {
            case PLUS -> a.castDouble() + b.castDouble();
            case MINUS -> a.castDouble() - b.castDouble();
            case TIMES -> a.castDouble() * b.castDouble();
            case DIVIDED -> a.castDouble() / b.castDouble();
            case BIT_AND -> (double) (a.castLong() & b.castLong());
            case BIT_OR -> (double) (a.castLong() | b.castLong());
            case BIT_XOR -> (double) (a.castLong() ^ b.castLong());
            default -> holds(a.castBool(), b.castBool()) ? 1 : 0;
        };
    }

    private boolean holds(boolean a, boolean b) {
        return operator == Operator.AND ? a && b : a || b;
    }
}
