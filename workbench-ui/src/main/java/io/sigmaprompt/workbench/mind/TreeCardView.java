package io.sigmaprompt.workbench.mind;

import io.sigmaprompt.workbench.panel.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One behaviour tree: its wish and the reason, its nodes, its blackboards' values. */
final class TreeCardView extends VBox {
    private static final double TALLEST = 260;
    private static final double SMALLEST = 4 * NodeLine.HEIGHT;

    private final List<NodeLine> lines = new ArrayList<>();
    private final Label wish = Words.label("", "small");
    private final Label reason = Words.label("", "secondary", "small");
    private final FlowPane values = new FlowPane(12, 2);
    private TreeCard shown;

    TreeCardView(TreeCard card) {
        shown = card;
        getStyleClass().add("tree");
        Label mind = Words.label(card.mind(), "strong");
        mind.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, mind, wish);
        HBox.setHgrow(wish, Priority.ALWAYS);
        wish.getStyleClass().add("tree-wish");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        VBox nodes = new VBox();
        card.nodes().forEach(row -> lines.add(new NodeLine(row)));
        nodes.getChildren().addAll(lines);
        ScrollPane scroll = new ScrollPane(nodes);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        double whole = lines.size() * NodeLine.HEIGHT + 2;
        scroll.setPrefHeight(Math.min(TALLEST, whole));
        scroll.setMinHeight(Math.min(SMALLEST, whole));
        values.getStyleClass().add("tree-values");
        getChildren().addAll(head, reason, scroll, values);
        fill(card);
    }

    /** Shows how the tree stands now; false if it is another tree. */
    boolean show(TreeCard card) {
        if (!card.sameTree(shown)) {
            return false;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!card.nodes().get(i).equals(shown.nodes().get(i))) {
                lines.get(i).show(card.nodes().get(i));
            }
        }
        fill(card);
        return true;
    }

    private void fill(TreeCard card) {
        wish.setText(card.wish());
        reason.setText(card.reason());
        reason.setVisible(!card.reason().isEmpty());
        reason.setManaged(!card.reason().isEmpty());
        if (!card.values().equals(shown.values()) || values.getChildren().isEmpty()) {
            values.getChildren()
                    .setAll(card.values().stream().map(TreeCardView::value).toList());
            values.setVisible(!card.values().isEmpty());
            values.setManaged(!card.values().isEmpty());
        }
        shown = card;
    }

    private static HBox value(ValueRow row) {
        return new HBox(4, Words.label(row.name(), "secondary", "small"), Words.label(row.value(), "number"));
    }
}
