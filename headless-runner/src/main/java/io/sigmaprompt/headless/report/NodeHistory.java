package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.Map;
import java.util.stream.Collectors;

/** What one node of a tree did in a session. */
final class NodeHistory {
    private static final int LONGEST_LANE = 14;
    private static final String ONLY = "";

    final int depth;
    final String kind;
    final String name;
    final String says;
    final boolean leaf;
    final Lane lane;

    private final long[] nanos = new long[TreeStanding.values().length];
    private TreeStanding now = TreeStanding.UNTOUCHED;
    private long sinceNanos;
    private int changes;

    NodeHistory(TreeNode node, int depth) {
        this.depth = depth;
        NodeModel model = node.setup().model();
        boolean named = !node.setup().name().equals(model.id());
        kind = model.kind() == NodeModel.Kind.SUBTREE ? "SubTree" : model.id();
        name = named ? node.setup().name() : "";
        says = node.setup().attributes().entrySet().stream()
                .map(NodeHistory::said)
                .collect(Collectors.joining(" "));
        leaf = node.children().isEmpty();
        String title = named ? name : title(node);
        lane = new Lane(title.length() > LONGEST_LANE ? title.substring(0, LONGEST_LANE - 1) + "…" : title);
    }

    /** The first thing that its element says tells two nodes of a kind apart. */
    private static String title(TreeNode node) {
        return node.setup().attributes().values().stream()
                .filter(text -> !text.startsWith("{"))
                .findFirst()
                .orElse(node.setup().model().id() + " " + node.setup().uid());
    }

    private static String said(Map.Entry<String, String> attribute) {
        return attribute.getKey() + "=" + attribute.getValue().strip();
    }

    void take(long simNanos, TreeRecord.Node node) {
        TreeStanding next = TreeStanding.of(node);
        if (next == now) {
            return;
        }
        nanos[now.ordinal()] += simNanos - sinceNanos;
        sinceNanos = simNanos;
        now = next;
        changes++;
        lane.begin(ONLY, simNanos, next.words, next.tone, (kind + " " + name + " " + says).strip());
    }

    /** Of the time up to an end, the share that it stood so, from 0 to 1. */
    double share(TreeStanding standing, long endNanos) {
        long stood = nanos[standing.ordinal()] + (standing == now ? Math.max(0, endNanos - sinceNanos) : 0);
        return endNanos <= 0 ? 0 : (double) stood / endNanos;
    }

    /** How often it came to stand otherwise. */
    int changes() {
        return changes;
    }

    TreeStanding now() {
        return now;
    }
}
