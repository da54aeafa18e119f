package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws a behaviour tree from left to right: a box for each node with its kind, its name and what its element says. */
public final class TreeSvg {
    private static final int LETTER = 7;
    private static final int LINE = 16;
    private static final int PAD = 8;
    private static final int GAP_X = 36;
    private static final int GAP_Y = 10;
    private static final int HEAD = 34;
    private static final int LONGEST = 42;

    private record Box(TreeNode node, List<String> lines, int width, int height, int depth) {}

    private final StringBuilder svg = new StringBuilder();
    private final List<Integer> columns = new ArrayList<>();
    private int bottom = HEAD;

    private TreeSvg() {}

    /** The picture as an SVG document. */
    public static String draw(String title, TreeNode root) {
        TreeSvg picture = new TreeSvg();
        picture.measure(root, 0);
        picture.place(root, 0);
        int width = PAD;
        for (int column : picture.columns) {
            width += column + GAP_X;
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + (picture.bottom + PAD)
                + "\" font-family=\"'JetBrains Mono', 'DejaVu Sans Mono', monospace\" font-size=\"11\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"#0f1419\"/>\n"
                + "<text x=\"" + PAD + "\" y=\"22\" fill=\"#e6edf3\" font-size=\"14\">" + escape(title) + "</text>\n"
                + picture.svg + "</svg>\n";
    }

    private static Box box(TreeNode node, int depth) {
        NodeModel model = node.setup().model();
        List<String> lines = new ArrayList<>();
        String name = node.setup().name();
        lines.add(name.equals(model.id()) ? model.id() : model.id() + " '" + name + "'");
        for (Map.Entry<String, String> said : node.setup().attributes().entrySet()) {
            lines.add(shortened(said.getKey() + "=" + said.getValue().strip()));
        }
        int letters = lines.stream().mapToInt(String::length).max().orElse(0);
        return new Box(node, lines, letters * LETTER + 2 * PAD, lines.size() * LINE + PAD, depth);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private void measure(TreeNode node, int depth) {
        if (columns.size() <= depth) {
            columns.add(0);
        }
        columns.set(depth, Math.max(columns.get(depth), box(node, depth).width()));
        node.children().forEach(child -> measure(child, depth + 1));
    }

    /** Draws a node and all below it; the height of its middle. */
    private int place(TreeNode node, int depth) {
        Box box = box(node, depth);
        int x = PAD;
        for (int i = 0; i < depth; i++) {
            x += columns.get(i) + GAP_X;
        }
        if (node.children().isEmpty()) {
            int middle = bottom + box.height() / 2;
            paint(box, x, bottom);
            bottom += box.height() + GAP_Y;
            return middle;
        }
        int top = bottom;
        List<Integer> middles = new ArrayList<>();
        for (TreeNode child : node.children()) {
            middles.add(place(child, depth + 1));
        }
        int middle = (middles.getFirst() + middles.getLast()) / 2;
        int y = Math.max(top, middle - box.height() / 2);
        bottom = Math.max(bottom, y + box.height() + GAP_Y);
        int own = y + box.height() / 2;
        for (int child : middles) {
            line(x + box.width(), own, x + columns.get(depth) + GAP_X, child);
        }
        paint(box, x, y);
        return own;
    }

    private void line(int fromX, int fromY, int toX, int toY) {
        int bend = toX - GAP_X / 2;
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"M%d %d H%d V%d H%d\" fill=\"none\" stroke=\"#4b5866\"/>%n",
                fromX,
                fromY,
                bend,
                toY,
                toX));
    }

    private void paint(Box box, int x, int y) {
        String colour = colour(box.node().setup().model().kind());
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"4\" fill=\"#1a222b\" stroke=\"%s\"/>%n",
                x,
                y,
                box.width(),
                box.height(),
                colour));
        for (int i = 0; i < box.lines().size(); i++) {
            svg.append("<text x=\"")
                    .append(x + PAD)
                    .append("\" y=\"")
                    .append(y + LINE * (i + 1))
                    .append("\" fill=\"")
                    .append(i == 0 ? colour : "#8494a5")
                    .append("\">")
                    .append(escape(box.lines().get(i)))
                    .append("</text>\n");
        }
    }

    private static String colour(NodeModel.Kind kind) {
        return switch (kind) {
            case CONTROL -> "#39c5ff";
            case DECORATOR -> "#b392f0";
            case CONDITION -> "#e3b341";
            case ACTION -> "#7ee787";
            case SUBTREE -> "#e6edf3";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
