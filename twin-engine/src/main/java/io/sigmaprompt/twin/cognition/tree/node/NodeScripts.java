package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.script.Script;
import org.jspecify.annotations.Nullable;

/** A node's conditions before a tick and scripts after it. */
final class NodeScripts {
    private final Blackboard board;
    private final @Nullable Script[] scripts = new @Nullable Script[Condition.values().length];
    private final boolean any;

    NodeScripts(NodeSetup setup) {
        board = setup.board();
        boolean some = false;
        for (Condition condition : Condition.values()) {
            Script script = setup.script(condition.attribute());
            scripts[condition.ordinal()] = script;
            some |= script != null;
        }
        any = some;
    }

    boolean any() {
        return any;
    }

    private @Nullable Script script(Condition condition) {
        return scripts[condition.ordinal()];
    }

    private boolean holds(Condition condition) {
        Script script = script(condition);
        return script != null && script.test(board);
    }

    /** What the conditions give instead of a tick of an idle node, or null. */
    @Nullable
    NodeStatus beforeFirst() {
        if (holds(Condition.FAILURE_IF)) {
            return NodeStatus.FAILURE;
        }
        if (holds(Condition.SUCCESS_IF)) {
            return NodeStatus.SUCCESS;
        }
        if (holds(Condition.SKIP_IF)) {
            return NodeStatus.SKIPPED;
        }
        return ends() ? NodeStatus.SKIPPED : null;
    }

    /** Whether there is a {@code _while} and it is false. */
    boolean ends() {
        Script script = script(Condition.WHILE);
        return script != null && !script.test(board);
    }

    void after(NodeStatus status) {
        run(status == NodeStatus.SUCCESS ? Condition.ON_SUCCESS : Condition.ON_FAILURE);
        run(Condition.POST);
    }

    void run(Condition condition) {
        Script script = script(condition);
        if (script != null) {
            script.run(board);
        }
    }
}
