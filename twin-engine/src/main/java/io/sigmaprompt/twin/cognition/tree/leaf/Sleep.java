package io.sigmaprompt.twin.cognition.tree.leaf;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.node.Alarm;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.StatefulAction;

/** Runs for a while, and succeeds. */
public final class Sleep extends StatefulAction {
    private static final double NANOS = 1e6;

    private final Input duration;
    private final double nanosPerUnit;
    private final Alarm alarm;
    private boolean waiting;

    Sleep(NodeSetup setup) {
        this(setup, "msec", NANOS);
    }

    /**
     * A sleep whose port counts in another unit.
     *
     * @param nanosPerUnit of what the port says
     */
    public Sleep(NodeSetup setup, String port, double nanosPerUnit) {
        super(setup);
        duration = setup.input(port);
        this.nanosPerUnit = nanosPerUnit;
        alarm = setup.runtime().alarm(() -> waiting = false);
    }

    @Override
    protected NodeStatus onStart() {
        double nanos = duration.number() * nanosPerUnit;
        if (!(nanos > 0)) {
            return NodeStatus.SUCCESS;
        }
        waiting = true;
        alarm.set((long) StrictMath.rint(nanos));
        return NodeStatus.RUNNING;
    }

    @Override
    protected NodeStatus onRunning() {
        return waiting ? NodeStatus.RUNNING : NodeStatus.SUCCESS;
    }

    @Override
    protected void onHalted() {
        waiting = false;
        alarm.cancel();
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        out.putBoolean(waiting);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        waiting = in.getBoolean();
    }
}
