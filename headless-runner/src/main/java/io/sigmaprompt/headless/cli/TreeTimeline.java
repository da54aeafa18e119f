package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.Ticking;
import io.sigmaprompt.twin.cognition.tree.TreeAccount;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.TreeFault;
import io.sigmaprompt.twin.port.monitor.TreeMonitor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Ticks a tree at even times, and remembers how it ended. */
final class TreeTimeline {
    private final BehaviorTree tree;
    private final TreeTrace trace;
    private final long periodNanos;
    private @Nullable TreeMonitor monitor;
    private NodeStatus last = NodeStatus.IDLE;
    private String fault = "";
    private long now;
    private long ticks;

    TreeTimeline(BehaviorTree tree, TreeTrace trace, long periodNanos) {
        this.tree = tree;
        this.trace = trace;
        this.periodNanos = periodNanos;
        tree.runtime().host(trace);
        tree.runtime().listener(trace);
    }

    BehaviorTree tree() {
        return tree;
    }

    /** Shows each tick's outcome to others, who want to see it at the pace of a clock. */
    void show(TreeMonitor others) {
        monitor = others;
    }

    private void shown() {
        if (monitor != null) {
            monitor.show(TreeAccount.of("", now, "", tree));
        }
    }

    private void await(long startNanos) {
        if (monitor != null) {
            long left = startNanos + now - System.nanoTime();
            while (left > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(left);
                left = startNanos + now - System.nanoTime();
            }
        }
    }

    void run(long untilNanos, boolean again, Ticking ticking) {
        long start = System.nanoTime();
        try {
            for (long at = 0; at <= untilNanos; at += periodNanos) {
                now = at;
                await(start);
                trace.at(at);
                last = tree.tick(at, ticking);
                ticks++;
                shown();
                trace.answered(last);
                if (last != NodeStatus.RUNNING && !again) {
                    return;
                }
            }
            if (last == NodeStatus.RUNNING) {
                tree.halt();
                shown();
            }
        } catch (TreeFault e) {
            fault = String.valueOf(e.getMessage());
        }
    }

    NodeStatus last() {
        return last;
    }

    boolean faulted() {
        return !fault.isEmpty();
    }

    void summary(Console console) {
        String when = String.format(Locale.ROOT, "%.3f s, %d %s", now * 1e-9, ticks, ticks == 1 ? "tick" : "ticks");
        if (faulted()) {
            console.line(console.paint(Tone.BAD, "STOPPED") + " at " + when + ": " + fault);
        } else {
            String end = last == NodeStatus.RUNNING ? " still, and halted, after " : " after ";
            console.line(console.paint(TreeTrace.tone(last), last.name()) + end + when);
        }
        tree.board()
                .entries()
                .forEach((name, entry) ->
                        console.line("  " + name + " = " + entry.value().show()));
    }

    Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("status", faulted() ? "FAULT" : last.name());
        object.put("fault", fault);
        object.put("seconds", now * 1e-9);
        object.put("ticks", ticks);
        Map<String, String> board = new LinkedHashMap<>();
        tree.board()
                .entries()
                .forEach((name, entry) -> board.put(name, entry.value().show()));
        object.put("blackboard", board);
        object.put("events", trace.events());
        return object;
    }
}
