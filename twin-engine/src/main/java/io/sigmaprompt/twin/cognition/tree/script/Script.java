package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import java.util.List;

/** Statements between semicolons; the last one's value is the script's. Belongs to one thread. */
public final class Script {
    private final String text;
    private final List<Expression> statements;

    private Script(String text, List<Expression> statements) {
        this.text = text;
        this.statements = statements;
    }

    /** Reads a script. */
    public static Script parse(String text, Enumerations enumerations) throws ScriptException {
        return new Script(text, new ScriptParser(text, enumerations).statements());
    }

    /** Runs it; the value is valid until it runs again. */
    public Cell run(Blackboard board) {
        try {
            Cell last = statements.get(0).evaluate(board);
            for (int i = 1; i < statements.size(); i++) {
                last = statements.get(i).evaluate(board);
            }
            return last;
        } catch (BoardException e) {
            throw new BoardException(e.getMessage() + ", in the script \"" + text + "\"");
        }
    }

    /** Whether its value is true. */
    public boolean test(Blackboard board) {
        Cell value = run(board);
        try {
            return value.castBool();
        } catch (BoardException e) {
            throw new BoardException(e.getMessage() + ", in the script \"" + text + "\"");
        }
    }

    public String text() {
        return text;
    }
}
