package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.script.Enumerations;
import io.sigmaprompt.twin.cognition.tree.script.Script;
import io.sigmaprompt.twin.cognition.tree.script.ScriptException;
import java.util.regex.Pattern;

/** A value for a blackboard that somebody writes as text: a number, true or false, text in quotes, or any other text. */
public final class BoardValue {
    private static final Pattern LITERAL =
            Pattern.compile("true|false|'[^']*'|[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?|0[xX][0-9a-fA-F]+");

    private BoardValue() {}

    /** Writes it. */
    public static void set(Blackboard board, String name, String text) {
        if (!LITERAL.matcher(text).matches()) {
            board.setText(name, text);
            return;
        }
        try {
            Script.parse(name + " := " + text, Enumerations.NONE).run(board);
        } catch (ScriptException _) {
            board.setText(name, text);
        }
    }
}
