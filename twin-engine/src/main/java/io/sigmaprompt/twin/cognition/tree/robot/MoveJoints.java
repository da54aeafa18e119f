package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.StatefulAction;
import io.sigmaprompt.twin.signal.SignalPath;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.skill.JointPath;
import java.util.List;

/**
 * Wants joints at positions, and succeeds when the robot says that they are there. The way is the follower's, a straight
 * line in joint space from rest to rest.
 */
final class MoveJoints extends StatefulAction {
    private final List<String> joints;
    private final List<SignalPath> signals;
    private final Input positions;
    private final Input tolerance;
    private final Input behaviour;
    private final Input priority;
    private double[] target = {};
    private Goal goal = new Goal.Hold();
    private int starts;
    private String reason = "";

    MoveJoints(NodeSetup setup, RobotContext robot) {
        super(setup);
        joints = Written.joints(setup, robot, "joints");
        signals = joints.stream()
                .map(joint -> new SignalPath(SignalPath.Source.ROBOT, SignalPath.Quantity.POSITION, joint))
                .toList();
        signals.forEach(setup.runtime()::wants);
        positions = setup.input("positions");
        tolerance = setup.input("tolerance");
        behaviour = setup.input("behaviour");
        priority = setup.input("priority");
        if (positions.key() == null) {
            new Target(Written.numbers(positions)).check(joints, setup);
        }
    }

    @Override
    protected NodeStatus onStart() {
        double[] wanted = Written.numbers(positions);
        if (wanted.length != joints.size()) {
            throw new BoardException(
                    "port 'positions' needs one number for each of " + joints + ", found " + wanted.length);
        }
        starts++;
        reason = runtime().reason(this);
        aim(wanted);
        return onRunning();
    }

    private void aim(double[] wanted) {
        target = wanted;
        // The follower takes a path of another name for another way, so that it never jumps.
        String name = setup().path() + (starts % 2 == 0 ? " again" : "");
        goal = new Goal.FollowPath(new JointPath(name, joints, List.of(target), 1, false), 1);
    }

    @Override
    protected NodeStatus onRunning() {
        if (there()) {
            return NodeStatus.SUCCESS;
        }
        runtime().host().propose(behaviour.text(), priority.number(), goal, reason);
        return NodeStatus.RUNNING;
    }

    private boolean there() {
        double near = tolerance.number();
        for (int i = 0; i < target.length; i++) {
            if (!(Math.abs(runtime().host().signal(signals.get(i)) - target[i]) <= near)) {
                return false;
            }
        }
        return true;
    }

    @Override
    protected void onHalted() {
        // The wish ends with the tick.
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putDoubles(target);
        out.putInt(starts);
        out.putString(reason);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        double[] wanted = in.getDoubles();
        starts = in.getInt();
        reason = in.getString();
        aim(wanted);
    }
}
