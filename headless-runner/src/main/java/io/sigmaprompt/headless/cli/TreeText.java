package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.util.ArrayList;
import java.util.List;

/** Draws a tree with lines of text, a node each with its number, its name and what its element says. */
final class TreeText {
    private final Console console;
    private final boolean ascii;
    private final List<String> lines = new ArrayList<>();

    private TreeText(Console console, boolean ascii) {
        this.console = console;
        this.ascii = ascii;
    }

    static List<String> draw(Console console, TreeNode root, boolean ascii) {
        TreeText text = new TreeText(console, ascii);
        text.draw(root, "", "");
        return text.lines;
    }

    private void draw(TreeNode node, String before, String below) {
        lines.add(before + label(node));
        List<TreeNode> children = node.children();
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            String branch = ascii ? last ? "`- " : "|- " : last ? "└─ " : "├─ ";
            String trunk = last ? "   " : ascii ? "|  " : "│  ";
            draw(children.get(i), below + branch, below + trunk);
        }
    }

    private String label(TreeNode node) {
        NodeModel model = node.setup().model();
        String name = node.setup().name();
        StringBuilder text = new StringBuilder();
        text.append(console.paint(tone(model.kind()), model.id()));
        if (!name.equals(model.id())) {
            text.append(" ").append(console.paint(Tone.STRONG, "'" + name + "'"));
        }
        node.setup().attributes().forEach((attribute, value) -> text.append("  ")
                .append(console.paint(Tone.HINT, attribute + "="))
                .append(value));
        return text.toString();
    }

    private static Tone tone(NodeModel.Kind kind) {
        return switch (kind) {
            case CONTROL -> Tone.ACCENT;
            case DECORATOR -> Tone.SHADOW;
            case CONDITION -> Tone.WARN;
            case ACTION -> Tone.OK;
            case SUBTREE -> Tone.STRONG;
        };
    }
}
