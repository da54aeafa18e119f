package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Alarm;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Waits before its child is ticked. */
final class Delay extends DecoratorNode {
    private static final long MILLISECOND = 1_000_000;

    private final Input msec;
    private final Alarm alarm;
    private boolean started;
    private boolean complete;

    Delay(NodeSetup setup) {
        super(setup);
        msec = setup.input("delay_msec");
        alarm = setup.runtime().alarm(() -> complete = true);
    }

    @Override
    protected NodeStatus tick() {
        long wait = msec.unsigned();
        if (!started) {
            started = true;
            complete = false;
            become(NodeStatus.RUNNING);
            alarm.set(wait * MILLISECOND);
        }
        if (!complete) {
            return NodeStatus.RUNNING;
        }
        NodeStatus answer = child().executeTick();
        if (answer.completed()) {
            started = false;
            child().reset();
        }
        return answer;
    }

    @Override
    protected void halt() {
        started = false;
        alarm.cancel();
        super.halt();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putBoolean(started);
        out.putBoolean(complete);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        started = in.getBoolean();
        complete = in.getBoolean();
    }
}
