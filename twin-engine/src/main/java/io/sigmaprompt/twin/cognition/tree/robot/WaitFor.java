package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.StatefulAction;

/** Runs until a number of the session lies within bounds. */
final class WaitFor extends StatefulAction {
    private final Bounds bounds;

    WaitFor(NodeSetup setup, RobotContext robot) {
        super(setup);
        bounds = new Bounds(setup, robot);
    }

    @Override
    protected NodeStatus onStart() {
        return onRunning();
    }

    @Override
    protected NodeStatus onRunning() {
        return bounds.hold() ? NodeStatus.SUCCESS : NodeStatus.RUNNING;
    }

    @Override
    protected void onHalted() {
        // It only looks.
    }
}
