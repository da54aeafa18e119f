package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import java.util.List;

/** A chain such as {@code 0 <= x < 5}: true if each link of it is. Numbers are the same within 1.2e-7. */
final class Comparison implements Expression {
    /** The distance from 1 to the next float. */
    private static final double SAME = 0x1p-23;

    private final List<Expression> operands;
    private final List<Operator> operators;
    private final Enumerations enumerations;
    private final Cell result = new Cell();

    Comparison(List<Expression> operands, List<String> operators, Enumerations enumerations) {
        this.operands = List.copyOf(operands);
        this.operators = operators.stream().map(Operator::of).toList();
        this.enumerations = enumerations;
    }

    @Override
    public Cell evaluate(Blackboard board) {
        result.setReal(holds(board) ? 1 : 0);
        return result;
    }

    private boolean holds(Blackboard board) {
        Cell left = operands.get(0).evaluate(board);
        for (int i = 0; i < operators.size(); i++) {
            Operator operator = operators.get(i);
            Cell right = operands.get(i + 1).evaluate(board);
            if (left.isEmpty() || right.isEmpty()) {
                throw new BoardException(
                        "the " + (left.isEmpty() ? "left" : "right") + " side of '" + operator + "' has no value yet");
            }
            if (!link(left, operator, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private boolean link(Cell left, Operator operator, Cell right) {
        if (left.isText() && right.isText()) {
            return order(operator, compare(left.castText(), right.castText()));
        }
        if (!(left.isNumber() || left.isText()) || !(right.isNumber() || right.isText())) {
            throw new BoardException(left.show() + " cannot be compared with " + right.show());
        }
        double a = number(left);
        double b = number(right);
        boolean same = Math.abs(a - b) <= SAME;
        return switch (operator) {
            case EQUAL -> same;
            case UNEQUAL -> !same;
            case LESS -> !(a >= b);
            case GREATER -> !(a <= b);
            case AT_MOST -> !(a > b);
            default -> !(a < b);
        };
    }

    private static boolean order(Operator operator, int sign) {
        return switch (operator) {
            case EQUAL -> sign == 0;
            case UNEQUAL -> sign != 0;
            case LESS -> sign < 0;
            case GREATER -> sign > 0;
            case AT_MOST -> sign <= 0;
            default -> sign >= 0;
        };
    }

    /** The order of the bytes in UTF-8, which is that of the code points. */
    private static int compare(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length()) {
            int one = a.codePointAt(at);
            int other = b.codePointAt(at);
            if (one != other) {
                return Integer.compare(one, other);
            }
            at += Character.charCount(one);
        }
        return Integer.compare(a.length(), b.length());
    }

    private double number(Cell cell) {
        return cell.isText() ? number(cell.castText(), cell, enumerations) : cell.castDouble();
    }

    /** Text as a number: a truth value, a name of the enumerations, or what it begins with. */
    static double number(String text, Cell cell, Enumerations enumerations) {
        if (text.equals("true")) {
            return 1;
        }
        if (text.equals("false")) {
            return 0;
        }
        Integer constant = enumerations.value(text);
        return constant == null ? cell.castDouble() : constant;
    }
}
