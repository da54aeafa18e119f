package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;

/** Arithmetic, bits and logic. Both sides are always evaluated: {@code &&} does not stop early, as there. */
final class Binary implements Expression {
    private final Expression left;
    private final String operator;
    private final Expression right;
    private final Cell result = new Cell();

    Binary(Expression left, String operator, Expression right) {
        this.left = left;
        this.operator = operator;
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
        if (a.isNumber() && b.isNumber() && !operator.equals("..")) {
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
            case "+" -> texts;
            case ".." -> texts || a.isText() && b.isNumber() || a.isNumber() && b.isText();
            default -> false;
        };
    }

    private double compute(Cell a, Cell b) {
        return switch (operator) {
            case "+" -> a.castDouble() + b.castDouble();
            case "-" -> a.castDouble() - b.castDouble();
            case "*" -> a.castDouble() * b.castDouble();
            case "/" -> a.castDouble() / b.castDouble();
            case "&" -> (double) (a.castLong() & b.castLong());
            case "|" -> (double) (a.castLong() | b.castLong());
            case "^" -> (double) (a.castLong() ^ b.castLong());
            case "&&" -> a.castBool() & b.castBool() ? 1 : 0;
            default -> a.castBool() | b.castBool() ? 1 : 0;
        };
    }
}
