package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.script.Enumerations;
import io.sigmaprompt.twin.cognition.tree.script.Script;
import io.sigmaprompt.twin.cognition.tree.script.ScriptException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one node is made from.
 *
 * @param model its kind
 * @param name its own name, that of its kind if the tree gives none
 * @param uid its number in the tree, from 1, depth first
 * @param path its name with those of the subtrees it stands in
 * @param attributes all that its element says but ID and name
 */
public record NodeSetup(
        NodeModel model,
        String name,
        int uid,
        String path,
        Map<String, String> attributes,
        Blackboard board,
        Enumerations enumerations,
        TreeRuntime runtime) {

    /** An input port. */
    public Input input(String port) {
        return new Input(port, board, said(port));
    }

    /** An output port. */
    public Output output(String port) {
        return new Output(port, board, said(port));
    }

    private @Nullable String said(String port) {
        String text = attributes.get(port);
        if (text == null) {
            Port offered = model.port(port);
            return offered == null ? null : offered.ifAbsent();
        }
        return text;
    }

    /** The script in an attribute, or null where there is none. */
    public @Nullable Script script(String attribute) {
        String text = attributes.get(attribute);
        if (text == null) {
            return null;
        }
        try {
            return Script.parse(text, enumerations);
        } catch (ScriptException e) {
            throw new NodeRefusal(attribute, e.offset(), "the script is wrong: " + e.getMessage(), e.remedy());
        }
    }
}
