package io.sigmaprompt.twin.cognition.tree.decorator;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import io.sigmaprompt.twin.cognition.tree.board.Queues;
import io.sigmaprompt.twin.cognition.tree.board.WorkQueue;
import io.sigmaprompt.twin.cognition.tree.node.DecoratorNode;
import io.sigmaprompt.twin.cognition.tree.node.Input;
import io.sigmaprompt.twin.cognition.tree.node.NodeSetup;
import io.sigmaprompt.twin.cognition.tree.node.Output;
import org.jspecify.annotations.Nullable;

/** Takes one value after another from the front of a queue and ticks its child with each; one value a tick at most. */
final class Loop extends DecoratorNode {
    private final PortType type;
    private final Input queue;
    private final Input ifEmpty;
    private final Output value;
    private final boolean written;
    private @Nullable WorkQueue current;
    private boolean childRunning;

    Loop(NodeSetup setup, PortType type) {
        super(setup);
        this.type = type;
        queue = setup.input("queue");
        ifEmpty = setup.input("if_empty");
        value = setup.output("value");
        written = queue.key() == null;
    }

    @Override
    protected NodeStatus tick() {
        if (status() == NodeStatus.IDLE) {
            childRunning = false;
            if (written) {
                current = queue.read(type).castList(type).copy();
            }
        }
        if (!childRunning && !take()) {
            return ifEmpty.status();
        }
        if (status() == NodeStatus.IDLE) {
            become(NodeStatus.RUNNING);
        }
        NodeStatus answer = child().executeTick();
        childRunning = answer == NodeStatus.RUNNING;
        if (answer.completed()) {
            child().reset();
        }
        return answer == NodeStatus.FAILURE ? answer : NodeStatus.RUNNING;
    }

    private boolean take() {
        String key = queue.key();
        Entry entry = key == null ? null : setup().board().entry(key);
        if (entry != null && !entry.value().isText()) {
            current = entry.value().castList(type);
        } else if (entry != null && status() == NodeStatus.IDLE) {
            // Text, as a subtree's port may hold, is a queue of the loop's own.
            current = queue.read(type).castList(type);
        }
        if (current == null || current.isEmpty()) {
            return false;
        }
        value.write(current.pop());
        return true;
    }

    @Override
    protected void saveState(CanonicalOutput out, Queues queues) {
        queues.save(current, out);
        out.putBoolean(childRunning);
    }

    @Override
    protected void restoreState(CanonicalInput in, Queues queues) {
        current = queues.restore(in);
        childRunning = in.getBoolean();
    }
}
