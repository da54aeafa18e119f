package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.SyncNode;
import io.sigmaprompt.twin.signal.SignalPath;

/** Succeeds while a joint's effort is as the twin expects it; fails beyond so many robust standard deviations. */
final class CheckDivergence extends SyncNode {
    private final SignalPath signal;
    private final Input sigma;

    CheckDivergence(NodeSetup setup, RobotContext robot) {
        super(setup);
        String joint = Written.joint(robot, "joint", Written.required(setup, "joint"));
        signal = new SignalPath(SignalPath.Source.DIVERGENCE, SignalPath.Quantity.SIGMA, joint);
        setup.runtime().wants(signal);
        sigma = setup.input("sigma");
    }

    @Override
    protected NodeStatus tick() {
        double value = Math.abs(runtime().host().signal(signal));
        if (!(value > sigma.number())) {
            return NodeStatus.SUCCESS;
        }
        runtime().because(this, "the effort of " + signal.joint() + " is " + value + " sigma from what is expected");
        return NodeStatus.FAILURE;
    }
}
