package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.signal.SignalPath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the nodes of one tree share beside the blackboard: the time, alarms, the wish to be ticked again, the budget. */
public final class TreeRuntime implements Restorable {
    private final List<SignalPath> signals = new ArrayList<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private final List<TreeNode> satisfied = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final int budget;
    private TreeHost host = TreeHost.NONE;
    private @Nullable NodeListener listener;
    private long now;
    private long order;
    private boolean woken;
    private int visits;

    /**
     * The runtime of a tree.
     *
     * @param budget visits to nodes that one tick may cost
     */
    public TreeRuntime(int budget) {
        this.budget = budget;
    }

    public void host(TreeHost next) {
        host = next;
    }

    /** What the tree sees of its robot. */
    public TreeHost host() {
        return host;
    }

    public void listener(@Nullable NodeListener next) {
        listener = next;
    }

    /** A tick begins: alarms ring whose time has come. */
    public void begin(long simNanos) {
        now = simNanos;
        visits = 0;
        satisfied.clear();
        reasons.clear();
        Alarm next = due();
        while (next != null) {
            next.ring();
            next = due();
        }
        woken = false;
    }

    private @Nullable Alarm due() {
        Alarm first = null;
        for (int i = 0; i < alarms.size(); i++) {
            Alarm alarm = alarms.get(i);
            if (alarm.due(now) && (first == null || alarm.before(first))) {
                first = alarm;
            }
        }
        return first;
    }

    /** An alarm clock for a node. */
    public Alarm alarm(Runnable ring) {
        Alarm alarm = new Alarm(this, ring);
        alarms.add(alarm);
        return alarm;
    }

    /** A node wants to see a number of the session. */
    public void wants(SignalPath path) {
        signals.add(path);
    }

    /** The numbers that its nodes want to see. */
    public List<SignalPath> signals() {
        return signals;
    }

    /** A condition is satisfied by something that people would like to know. */
    public void because(TreeNode condition, String reason) {
        satisfied.add(condition);
        reasons.add(reason);
    }

    /** What satisfied, in this tick, the last condition that led to a node. */
    public String reason(TreeNode node) {
        for (int i = satisfied.size() - 1; i >= 0; i--) {
            TreeNode above = satisfied.get(i).parent();
            for (TreeNode each = node.parent(); each != null; each = each.parent()) {
                if (each == above) {
                    return reasons.get(i);
                }
            }
        }
        return "its default";
    }

    /** Session time, nanoseconds. */
    public long now() {
        return now;
    }

    /** Asks for another pass within the same tick. */
    public void wakeUp() {
        woken = true;
    }

    /** Whether another pass was asked for, which is forgotten, and there is budget for one. */
    public boolean passAgain() {
        boolean again = woken && visits < budget / 2;
        woken = false;
        return again;
    }

    /** How many nodes were visited in this tick. */
    public int visits() {
        return visits;
    }

    void visit(TreeNode node) {
        if (++visits > budget) {
            throw new TreeFault(node.setup().path(), "the tick has visited " + budget + " nodes, which is its budget");
        }
    }

    void tell(TreeNode node, NodeStatus before, NodeStatus after) {
        if (listener != null) {
            listener.changed(now, node, before, after);
        }
    }

    long nextOrder() {
        return order++;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(now);
        out.putLong(order);
        for (Alarm alarm : alarms) {
            alarm.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        now = in.getLong();
        order = in.getLong();
        for (Alarm alarm : alarms) {
            alarm.restore(in);
        }
    }
}
