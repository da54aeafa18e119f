package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import java.util.List;

/** Positions that a tree writes out. */
record Target(double[] positions) {
    void check(List<String> joints, NodeSetup setup) {
        if (positions.length != joints.size()) {
            throw new NodeRefusal(
                    "positions",
                    0,
                    "'" + setup.name() + "' moves " + joints.size() + " joints and has " + positions.length
                            + " positions",
                    "Give each joint one position, with semicolons between, in radians or metres");
        }
    }
}
