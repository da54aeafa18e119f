package io.sigmaprompt.workbench.session;

import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the behaviour tree of a mind is built.
 *
 * @param nodes by their numbers, each after the one above it
 */
public record TreePlan(String mind, List<Node> nodes) {
    /**
     * One node.
     *
     * @param depth how many nodes are above it
     * @param kind what sort of node it is
     * @param id its kind, of a subtree its tree
     * @param name its own name; empty if it has none
     * @param says ports, conditions and scripts as they are written
     */
    public record Node(int depth, NodeModel.Kind kind, String id, String name, String says) {}

    public TreePlan {
        nodes = List.copyOf(nodes);
    }

    static TreePlan of(MindSpec.Tree spec) {
        List<Node> nodes = new ArrayList<>();
        BehaviorTree tree = BehaviorTree.of(spec.design(), RobotNodes.library(spec.robot()), new Blackboard(null));
        gather(tree.root(), 0, nodes);
        return new TreePlan(spec.name(), nodes);
    }

    private static void gather(TreeNode node, int depth, List<Node> nodes) {
        NodeModel model = node.setup().model();
        boolean subtree = model.kind() == NodeModel.Kind.SUBTREE;
        String name = node.setup().name();
        nodes.add(new Node(
                depth,
                model.kind(),
                subtree ? "SubTree" : model.id(),
                subtree || !name.equals(model.id()) ? name : "",
                node.setup().attributes().entrySet().stream()
                        .map(said -> said.getKey() + "=" + said.getValue().strip())
                        .collect(Collectors.joining(" "))));
        node.children().forEach(child -> gather(child, depth + 1, nodes));
    }
}
