package io.sigmaprompt.twin.cognition.tree.robot;

import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeRefusal;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.signal.SignalPath;

/** Whether a number of the session lies between two others. What is not known lies nowhere. */
final class Bounds {
    private final NodeSetup setup;
    private final SignalPath signal;
    private final Input above;
    private final Input below;

    Bounds(NodeSetup setup, RobotContext robot) {
        this.setup = setup;
        signal = Written.signal(setup, robot, "signal");
        above = setup.input("above");
        below = setup.input("below");
        if (!above.given() && !below.given()) {
            throw new NodeRefusal(
                    null, 0, "a bound is missing, 'above' or 'below'", "Add above=\"…\", below=\"…\" or both");
        }
    }

    boolean hold() {
        double value = setup.runtime().host().signal(signal);
        return !Double.isNaN(value)
                && (!above.given() || value > above.number())
                && (!below.given() || value < below.number());
    }

    String words() {
        return signal + " is " + setup.runtime().host().signal(signal);
    }
}
