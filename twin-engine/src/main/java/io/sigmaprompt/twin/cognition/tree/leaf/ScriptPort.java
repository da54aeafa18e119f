package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.script.Script;
import io.sigmaprompt.twin.cognition.tree.script.ScriptException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A port that holds a script, or the entry that holds one. */
public final class ScriptPort {
    private final NodeSetup setup;
    private final Input input;
    private @Nullable Script script;

    public ScriptPort(NodeSetup setup, String port) {
        this.setup = setup;
        input = setup.input(port);
        script = input.key() == null ? setup.script(port) : null;
    }

    /** The script as it is now. */
    public Script script() {
        Script known = script;
        if (input.key() != null) {
            String text = input.text();
            if (known == null || !known.text().equals(text)) {
                known = parse(text);
                script = known;
            }
        }
        return Objects.requireNonNull(known);
    }

    private Script parse(String text) {
        try {
            return Script.parse(text, setup.enumerations());
        } catch (ScriptException e) {
            throw new BoardException("the script \"" + text + "\" is wrong: " + e.getMessage());
        }
    }
}
