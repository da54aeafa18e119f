package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import java.util.List;

/** Another tree in the place of a node, with a blackboard of its own. */
public final class SubTree extends DecoratorNode {
    /** Its kind. */
    public static final NodeModel MODEL =
            new NodeModel("SubTree", NodeModel.Kind.SUBTREE, List.of(), 0, 0, SubTree::new);

    private SubTree(NodeSetup setup) {
        super(setup);
    }

    @Override
    protected NodeStatus tick() {
        if (status() == NodeStatus.IDLE) {
            become(NodeStatus.RUNNING);
        }
        NodeStatus answer = child().executeTick();
        if (answer.completed()) {
            child().reset();
        }
        return answer;
    }
}
