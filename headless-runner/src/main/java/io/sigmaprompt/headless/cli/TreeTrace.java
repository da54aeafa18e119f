package io.sigmaprompt.headless.cli;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.node.NodeListener;
import io.sigmaprompt.twin.cognition.tree.node.TreeHost;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.skill.Goal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells what happens in a tree, as it happens: changes of status if asked for, and what it wants of its robot. */
final class TreeTrace implements NodeListener, TreeHost {
    /** More than anybody reads, and little enough to keep. */
    private static final int MOST = 100_000;

    private final Console console;
    private final boolean changes;
    private final List<Map<String, Object>> events = new ArrayList<>();
    private long now;
    private boolean said;

    TreeTrace(Console console, boolean changes) {
        this.console = console;
        this.changes = changes;
    }

    void at(long simNanos) {
        now = simNanos;
        said = false;
    }

    /** What was told, for programs. */
    List<Map<String, Object>> events() {
        return events;
    }

    @Override
    public void changed(long simNanos, TreeNode node, NodeStatus before, NodeStatus after) {
        if (!changes) {
            return;
        }
        keep(Map.of("path", node.setup().path(), "uid", node.setup().uid(), "from", before.name(), "to", after.name()));
        say(node.setup().path() + "  " + before + " → " + console.paint(tone(after), after.name()));
    }

    @Override
    public void propose(String behaviour, double priority, Goal goal, String reason) {
        keep(Map.of("behaviour", behaviour, "priority", priority, "goal", goal.inWords()));
        say("wants " + console.paint(Tone.LIVE, behaviour) + " (priority " + priority + "): " + goal.inWords()
                + ", because of " + reason);
    }

    @Override
    public void alert(boolean warning, String text) {
        keep(Map.of("alert", text, "level", warning ? "warning" : "info"));
        say(console.paint(warning ? Tone.WARN : Tone.PLAIN, warning ? "warns: " : "says: ") + text);
    }

    /** Tells what a tick came to in which something happened. */
    void answered(NodeStatus status) {
        if (changes && said) {
            say("tick: " + console.paint(tone(status), status.name()));
        }
    }

    private void keep(Map<String, Object> event) {
        if (console.json() && events.size() < MOST) {
            Map<String, Object> timed = new LinkedHashMap<>();
            timed.put("seconds", now * 1e-9);
            timed.putAll(event);
            events.add(timed);
        }
    }

    private void say(String text) {
        said = true;
        if (!console.json()) {
            console.line(console.paint(Tone.HINT, String.format(Locale.ROOT, "%8.3f s  ", now * 1e-9)) + text);
        }
    }

    static Tone tone(NodeStatus status) {
        return switch (status) {
            case SUCCESS -> Tone.OK;
            case FAILURE -> Tone.BAD;
            case RUNNING -> Tone.ACCENT;
            case SKIPPED -> Tone.SHADOW;
            case IDLE -> Tone.HINT;
        };
    }
}
