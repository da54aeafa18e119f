package io.sigmaprompt.twin.cognition.tree.control;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.ControlNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import java.util.ArrayList;
import java.util.List;

/** Follows the child whose case equals a variable, or the last one. A child that ran is halted when another is chosen. */
final class Switch extends ControlNode {
    private final Input variable;
    private final List<Input> cases;
    private int running = -1;

    Switch(NodeSetup setup, int count) {
        super(setup);
        variable = setup.input("variable");
        List<Input> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(setup.input("case_" + i));
        }
        cases = List.copyOf(all);
    }

    @Override
    protected NodeStatus tick() {
        int match = match();
        if (running != -1 && running != match) {
            child(running).reset();
        }
        NodeStatus answer = child(match).executeTick();
        if (answer == NodeStatus.RUNNING) {
            running = match;
        } else {
            running = -1;
            if (answer != NodeStatus.SKIPPED) {
                resetChildren();
            }
        }
        return answer;
    }

    private int match() {
        if (variable.present()) {
            String value = variable.text();
            for (int i = 0; i < cases.size(); i++) {
                Input one = cases.get(i);
                if (one.present() && CaseEquality.same(value, one.text(), setup().enumerations())) {
                    return i;
                }
            }
        }
        return cases.size();
    }

    @Override
    protected void halt() {
        running = -1;
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putInt(running);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        running = in.getInt();
    }
}
