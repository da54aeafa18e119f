package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Alarm;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.StatefulAction;

/** Hold and FollowPath: puts the same wish forward at each tick, for a time or until it is halted. */
final class KeepWanting extends StatefulAction {
    private static final double NANOS = 1e9;

    private final Wish wish;
    private final Input seconds;
    private final Alarm alarm;
    private boolean waiting;
    private String reason = "";

    KeepWanting(NodeSetup setup, RobotContext robot) {
        super(setup);
        wish = new Wish(setup, robot);
        seconds = setup.input("seconds");
        alarm = setup.runtime().alarm(() -> waiting = false);
    }

    @Override
    protected NodeStatus onStart() {
        reason = runtime().reason(this);
        waiting = true;
        if (seconds.given()) {
            alarm.set((long) StrictMath.rint(Written.positive(seconds, "seconds") * NANOS));
        }
        return onRunning();
    }

    @Override
    protected NodeStatus onRunning() {
        if (!waiting) {
            return NodeStatus.SUCCESS;
        }
        wish.propose(reason);
        return NodeStatus.RUNNING;
    }

    @Override
    protected void onHalted() {
        alarm.cancel();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putBoolean(waiting);
        out.putString(reason);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        waiting = in.getBoolean();
        reason = in.getString();
    }
}
