package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Alarm;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;

/** Halts its child if it is not done in time, and fails then. */
final class Timeout extends DecoratorNode {
    private static final long MILLISECOND = 1_000_000;

    private final Input msec;
    private final Alarm alarm;
    private boolean started;
    private boolean expired;

    Timeout(NodeSetup setup) {
        super(setup);
        msec = setup.input("msec");
        alarm = setup.runtime().alarm(this::ring);
    }

    private void ring() {
        if (child().status() == NodeStatus.RUNNING) {
            expired = true;
            child().reset();
        }
    }

    @Override
    protected NodeStatus tick() {
        long limit = msec.unsigned();
        if (!started) {
            started = true;
            expired = false;
            become(NodeStatus.RUNNING);
            if (limit > 0) {
                alarm.set(limit * MILLISECOND);
            }
        }
        if (expired) {
            started = false;
            return NodeStatus.FAILURE;
        }
        NodeStatus answer = child().executeTick();
        if (answer.completed()) {
            started = false;
            alarm.cancel();
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
        out.putBoolean(expired);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        started = in.getBoolean();
        expired = in.getBoolean();
    }
}
