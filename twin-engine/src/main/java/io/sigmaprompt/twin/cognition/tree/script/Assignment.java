package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.PortType;

/** {@code :=} makes the entry if need be; all others need it. The entry keeps the type of its first value. */
final class Assignment implements Expression {
    private final String name;
    private final Operator operator;
    private final Expression value;
    private final Enumerations enumerations;
    private final Cell scratch = new Cell();
    private final Cell result = new Cell();

    Assignment(String name, String operator, Expression value, Enumerations enumerations) {
        this.name = name;
        this.operator = Operator.of(operator);
        this.value = value;
        this.enumerations = enumerations;
    }

    @Override
    public Cell evaluate(Blackboard board) {
        Entry entry = board.entry(name);
        if (entry == null) {
            if (operator != Operator.CREATE) {
                throw new BoardException("there is no entry '" + name + "' yet; '" + name + " := …' would make it");
            }
            entry = board.declare(name, PortType.ANY);
        }
        Cell given = value.present(board, "right", operator);
        if (operator == Operator.CREATE || operator == Operator.ASSIGN) {
            assign(entry, given);
        } else {
            change(entry, given);
        }
        entry.touch();
        result.set(entry.value());
        return result;
    }

    private void assign(Entry entry, Cell given) {
        Cell target = entry.value();
        if (target.isEmpty() && entry.type() == PortType.ANY) {
            target.set(given);
        } else if (given.isText() && !target.isText()) {
            if (entry.reads()) {
                entry.read(given.castText(), scratch);
                target.set(scratch);
            } else if (target.isNumber()) {
                double number = Comparison.number(given.castText(), given, enumerations);
                target.setReal(number);
            } else {
                throw refused(given, target);
            }
        } else {
            give(given, target);
        }
    }

    private void change(Entry entry, Cell given) {
        Cell target = entry.value();
        if (target.isEmpty()) {
            throw new BoardException("the left side of '" + operator + "' has no value yet");
        }
        if (given.isNumber() && target.isNumber()) {
            double a = target.castDouble();
            double b = given.castDouble();
            scratch.setReal(
                    switch (operator) {
                        case ADD -> a + b;
                        case SUBTRACT -> a - b;
                        case MULTIPLY -> a * b;
                        default -> a / b;
                    });
        } else if (given.isText() && operator == Operator.ADD) {
            scratch.setText(target.castText() + given.castText());
        } else {
            throw new BoardException(
                    "'" + operator + "' does not go between " + target.show() + " and " + given.show());
        }
        give(scratch, target);
    }

    private void give(Cell given, Cell target) {
        try {
            given.copyInto(target);
        } catch (BoardException _) {
            throw refused(given, target);
        }
    }

    private BoardException refused(Cell given, Cell target) {
        return new BoardException("entry '" + name + "' holds " + target.type().words() + " since its first value"
                + " and cannot become " + given.show());
    }
}
