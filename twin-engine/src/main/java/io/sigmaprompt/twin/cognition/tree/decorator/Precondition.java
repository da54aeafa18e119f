package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.leaf.ScriptPort;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.script.Script;

/** Ticks its child if a script is true when it begins, and answers something else if not. */
final class Precondition extends DecoratorNode {
    private final ScriptPort condition;
    private final Input otherwise;
    private boolean entered;

    Precondition(NodeSetup setup) {
        super(setup);
        condition = new ScriptPort(setup, "if");
        otherwise = setup.input("else");
    }

    @Override
    protected NodeStatus tick() {
        Script script = condition.script();
        NodeStatus instead = otherwise.status();
        entered = entered || script.test(setup().board());
        if (!entered) {
            return instead;
        }
        NodeStatus answer = child().executeTick();
        if (answer.completed()) {
            child().reset();
            entered = false;
        }
        return answer;
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putBoolean(entered);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        entered = in.getBoolean();
    }
}
