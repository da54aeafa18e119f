package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import io.sigmaprompt.twin.cognition.tree.board.Entry;

/** An entry of the blackboard. Its value is copied, since what stands beside it may write the entry. */
final class EntryName implements Expression {
    private final String name;
    private final Cell value = new Cell();

    EntryName(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    @Override
    public Cell evaluate(Blackboard board) {
        Entry entry = board.entry(name);
        if (entry == null) {
            throw new BoardException("there is no entry '" + name + "'");
        }
        value.set(entry.value());
        return value;
    }
}
