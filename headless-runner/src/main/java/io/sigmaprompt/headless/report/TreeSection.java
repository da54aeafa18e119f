package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import java.util.List;

/** A report's account of a behaviour tree. */
final class TreeSection {
    private static final int INDENT = 18;

    private final Html html;
    private final TreeHistory tree;
    private final long endNanos;

    TreeSection(Html html, TreeHistory tree, long endNanos) {
        this.html = html;
        this.tree = tree;
        this.endNanos = endNanos;
    }

    void write() {
        html.raw("<div class=card>");
        legend();
        nodes();
        List<Lane> lanes = tree.lanes();
        if (!lanes.isEmpty()) {
            html.raw("<p class=hint>The leaves that changed most:</p>");
            new Timeline(endNanos).write(html, lanes);
        }
        boards();
        html.raw("</div>");
        wishes();
    }

    private void legend() {
        html.raw("<p class=hint>Share of the session's time: ");
        for (TreeStanding each : TreeStanding.values()) {
            html.add("<span class=\"chip t-%s\">%s</span> ", each.tone, each.sign + " " + each.words);
        }
        html.raw("A node that is idle counts as what it came to last.</p>");
    }

    private void nodes() {
        html.raw("<table><tr><th>node</th><th>share of time</th><th class=n>changes</th><th>at the end</th></tr>");
        for (NodeHistory node : tree.nodes) {
            html.add(
                    "<tr><td class=k style=\"padding-left:%dpx\"><b>%s</b> %s <small class=mono>%s</small></td><td>",
                    8 + node.depth * INDENT, node.kind, node.name, node.says);
            shares(node);
            html.add(
                    "</td><td class=n>%d</td><td><span class=\"chip t-%s\">%s</span></td></tr>",
                    node.changes(), node.now().tone, node.now().sign + " " + node.now().words);
        }
        html.raw("</table>");
    }

    private void shares(NodeHistory node) {
        html.raw("<span class=shares>");
        StringBuilder words = new StringBuilder();
        for (TreeStanding each : TreeStanding.values()) {
            double percent = 100 * node.share(each, endNanos);
            if (percent > 0) {
                html.add(
                        "<i class=\"t-%s\" style=\"width:%.2f%%\" title=\"%s\"></i>",
                        each.tone, percent, each.words + " " + SessionText.fixed(percent, 1) + " %");
                if (each != TreeStanding.UNTOUCHED) {
                    words.append(words.isEmpty() ? "" : " · ")
                            .append(each.sign)
                            .append(' ')
                            .append(SessionText.fixed(percent, 0))
                            .append(" %");
                }
            }
        }
        html.add("</span> <small class=mono>%s</small>", words.toString());
    }

    private void boards() {
        for (TreeRecord.Board board : tree.boards) {
            if (board.values().isEmpty()) {
                continue;
            }
            html.add("<p class=hint>Blackboard of <b>%s</b> at the end: ", board.subtree());
            for (TreeRecord.Value value : board.values()) {
                html.add("<code>%s</code> ", value.name() + " = " + shown(value));
            }
            html.raw("</p>");
        }
    }

    /** A value for people. */
    static String shown(TreeRecord.Value value) {
        return switch (value.kind()) {
            case NOTHING -> "nothing";
            case WHOLE, REAL -> value.text();
            case TEXT -> "'" + value.text() + "'";
            case LIST -> "[" + value.text() + "]";
        };
    }

    private void wishes() {
        html.raw("<div class=card>");
        if (tree.wishes.isEmpty()) {
            html.raw("<p class=hint>This tree wanted nothing.</p></div>");
            return;
        }
        html.raw("<table><tr><th>at</th><th>wants</th><th class=n>priority</th><th>goal</th><th>reason</th></tr>");
        for (ProposalRecord wish : tree.wishes) {
            html.add(
                    "<tr><td class=\"t mono\">%s</td><td class=k><span class=\"chip t-%s\">%s</span></td><td class=n>%s</td><td class=k>%s</td><td class=w>%s</td></tr>",
                    SessionText.time(wish.simNanos()),
                    wish.active() ? "ok" : "quiet",
                    (wish.active() ? "▶ " : "○ no more: ") + wish.behaviour(),
                    SessionText.number(wish.priority()),
                    wish.goal(),
                    wish.active() ? wish.rationale() : "");
        }
        html.raw("</table>");
        if (tree.wishesNotKept > 0) {
            html.add("<p class=hint>%d further wishes are in the trace only.</p>", tree.wishesNotKept);
        }
        html.raw("</div>");
    }
}
