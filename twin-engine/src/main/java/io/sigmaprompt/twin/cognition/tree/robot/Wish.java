package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.skill.Goal;
import io.sigmaprompt.twin.skill.JointPath;
import org.jspecify.annotations.Nullable;

/** What a node wants: to hold still, or to follow a path. */
final class Wish {
    private static final Goal HOLD = new Goal.Hold();

    private final NodeSetup setup;
    private final Input behaviour;
    private final Input priority;
    private final Input speed;
    private final @Nullable JointPath path;
    private @Nullable Goal goal;
    private double goalSpeed;

    Wish(NodeSetup setup, RobotContext robot) {
        this.setup = setup;
        behaviour = setup.input("behaviour");
        priority = setup.input("priority");
        speed = setup.input("speed");
        String name = setup.model().port("path") == null ? null : Written.text(setup, "path");
        path = name == null ? null : Written.path(setup, robot, name);
    }

    void propose(String reason) {
        setup.runtime().host().propose(behaviour.text(), priority.number(), goal(), reason);
    }

    private Goal goal() {
        if (path == null) {
            return HOLD;
        }
        double share = speed.number();
        if (!(share > 0 && share <= 1)) {
            throw new BoardException("port 'speed' is a share above 0 and at most 1, found " + share);
        }
        Goal known = goal;
        if (known == null || goalSpeed != share) {
            known = new Goal.FollowPath(path, share);
            goal = known;
            goalSpeed = share;
        }
        return known;
    }
}
