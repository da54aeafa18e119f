package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;

/** {@code -x}, {@code ~x} and {@code !x}. */
final class Unary implements Expression {
    private final char operator;
    private final Expression operand;
    private final Cell result = new Cell();

    Unary(char operator, Expression operand) {
        this.operator = operator;
        this.operand = operand;
    }

    @Override
    public Cell evaluate(Blackboard board) {
        Cell value = operand.evaluate(board);
        if (!value.isNumber()) {
            throw new BoardException("'" + operator + "' takes a number, found " + value.show());
        }
        double number = value.castDouble();
        result.setReal(
                switch (operator) {
                    case '-' -> -number;
                    case '!' -> number == 0 ? 1 : 0;
                    default -> complement(number);
                });
        return result;
    }

    private static double complement(double number) {
        if (number > (double) Long.MAX_VALUE || number < (double) Long.MIN_VALUE) {
            throw new BoardException("'~' takes a number of 64 bits, found " + number);
        }
        return ~(long) number;
    }
}
