package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.decorator.SubTree;
import io.sigmaprompt.twin.cognition.tree.node.BlackboardPointer;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.Port;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.cognition.tree.node.TreeRuntime;
import java.util.ArrayList;
import java.util.List;

/** Makes the nodes and blackboards of a tree, subtree by subtree, in the order and with the names of BehaviorTree.CPP. */
final class TreeBuilder {
    private static final int DEEPEST = 400;

    /** A subtree used by many, which are used by many again, grows fast. */
    private static final int MOST_NODES = 20_000;

    private final TreeDesign design;
    private final NodeLibrary library;
    private final TreeRuntime runtime;
    private final DesignFault faults;
    private final List<BehaviorTree.Subtree> subtrees = new ArrayList<>();
    private final List<TreeNode> nodes = new ArrayList<>();
    private int uid;
    private int depth;

    TreeBuilder(TreeDesign design, NodeLibrary library, TreeRuntime runtime, DesignFault faults) {
        this.design = design;
        this.library = library;
        this.runtime = runtime;
        this.faults = faults;
    }

    BehaviorTree build(Blackboard board) {
        subtree(design.main(), "", "", board);
        return new BehaviorTree(design, library, runtime, subtrees, nodes);
    }

    private TreeNode subtree(String id, String path, String prefix, Blackboard board) {
        BehaviorTree.Subtree subtree = new BehaviorTree.Subtree(id, path, board, uid + 1);
        subtrees.add(subtree);
        ElementDesign root = design.trees().get(id);
        if (root == null) {
            throw new IllegalStateException("no tree is called " + id);
        }
        return node(root, subtree, prefix);
    }

    private TreeNode node(ElementDesign element, BehaviorTree.Subtree within, String prefix) {
        String name = element.name() == null ? element.id() : element.name();
        int number = ++uid;
        if (number > MOST_NODES || depth > DEEPEST) {
            throw faults.of(
                    element,
                    null,
                    0,
                    number > MOST_NODES
                            ? "the tree has more than " + MOST_NODES + " nodes"
                            : "the tree is more than " + DEEPEST + " nodes deep",
                    "Use fewer subtrees");
        }
        depth++;
        String path = prefix + name + (name.equals(element.id()) ? "::" + number : "");
        NodeModel model = element.subtree() ? SubTree.MODEL : library.model(element.id());
        if (model == null) {
            throw new IllegalStateException("no kind of node is called " + element.id());
        }
        if (!element.subtree()) {
            declare(element, model, within.board());
        }
        NodeSetup setup = new NodeSetup(
                model, name, number, path, element.attributes(), within.board(), library.enumerations(), runtime);
        try {
            TreeNode node = model.maker().make(setup);
            nodes.add(node);
            node.adopt(element.subtree() ? List.of(below(element, number, within)) : children(element, within, prefix));
            depth--;
            return node;
        } catch (NodeRefusal e) {
            throw faults.of(element, e.attribute(), e.offset(), String.valueOf(e.getMessage()), e.remedy());
        }
    }

    private List<TreeNode> children(ElementDesign element, BehaviorTree.Subtree within, String prefix) {
        List<TreeNode> children = new ArrayList<>();
        for (ElementDesign child : element.children()) {
            children.add(node(child, within, prefix));
        }
        return children;
    }

    private TreeNode below(ElementDesign element, int number, BehaviorTree.Subtree within) {
        String own = element.name() == null ? element.id() + "::" + number : element.name();
        String path = within.path().isEmpty() ? own : within.path() + "/" + own;
        Blackboard board = new SubtreeBoard(design, element, faults).below(within.board());
        return subtree(element.id(), path, path + "/", board);
    }

    /** Gives the entries that ports point at their types, and refuses two that disagree. */
    private void declare(ElementDesign element, NodeModel model, Blackboard board) {
        for (Port port : model.ports()) {
            String text = element.attributes().get(port.name());
            String key = text == null ? null : BlackboardPointer.key(port.name(), text);
            if (key == null) {
                continue;
            }
            try {
                Entry entry = board.entry(key);
                if (entry == null) {
                    board.declare(key, port.type());
                } else if (disagree(entry.type(), port.type())) {
                    throw faults.of(
                            element,
                            port.name(),
                            0,
                            "port '" + port.name() + "' is " + port.type().words() + ", and entry '" + key + "' was "
                                    + entry.type().words() + " before",
                            "Let ports of different types use different entries");
                }
            } catch (BoardException e) {
                throw faults.of(
                        element,
                        port.name(),
                        0,
                        String.valueOf(e.getMessage()),
                        "Use another entry"
                                + Suggestion.phrase(key, board.entries().keySet()));
            }
        }
    }

    private static boolean disagree(PortType before, PortType now) {
        return before.strong() && now.strong() && before != now && before != PortType.STRING;
    }
}
