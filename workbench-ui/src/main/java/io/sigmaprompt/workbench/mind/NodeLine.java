package io.sigmaprompt.workbench.mind;

import io.sigmaprompt.workbench.panel.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A line of the tree: where it hangs, its kind's shape, how it stands, its name and what it says. */
final class NodeLine extends HBox {
    static final double HEIGHT = 20;

    private static final double INDENT = 13;
    private static final int DEEPEST_DRAWN = 10;

    private final SVGPath shape = new SVGPath();
    private final Label sign = Words.label("", "small", "node-sign");
    private final Label name = Words.label("", "small");
    private final Tooltip hint = new Tooltip();
    private String style = "";

    NodeLine(NodeRow row) {
        getStyleClass().add("node-line");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setSpacing(5);
        setAlignment(Pos.CENTER_LEFT);
        for (int i = 0; i < Math.min(row.depth(), DEEPEST_DRAWN); i++) {
            Region guide = new Region();
            guide.getStyleClass().add("node-guide");
            guide.setMinWidth(INDENT - getSpacing());
            guide.setPrefWidth(INDENT - getSpacing());
            getChildren().add(guide);
        }
        shape.setContent(row.shape().path());
        shape.getStyleClass().add("node-shape");
        StackPane room = new StackPane(shape);
        room.setMinWidth(14);
        sign.setMinWidth(14);
        name.setText(row.title());
        name.setMinWidth(USE_PREF_SIZE);
        Label says = Words.label(row.says(), "hint", "node-says");
        says.setMinWidth(0);
        HBox.setHgrow(says, Priority.ALWAYS);
        getChildren().addAll(room, sign, name, says);
        Tooltip.install(this, hint);
        show(row);
    }

    /** Shows how the node stands now. */
    void show(NodeRow row) {
        sign.setText(row.standing().sign());
        hint.setText(row.hint());
        if (!style.equals(row.standing().style())) {
            sign.getStyleClass().remove(style);
            shape.getStyleClass().remove(style);
            style = row.standing().style();
            sign.getStyleClass().add(style);
            shape.getStyleClass().add(style);
        }
        name.getStyleClass().remove("strong");
        if (row.busy()) {
            name.getStyleClass().add("strong");
        }
    }
}
