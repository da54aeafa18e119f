package io.sigmaprompt.workbench.panel;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What a panel shows while it has nothing: what would fill it, and how. */
public final class EmptyState extends VBox {
    public EmptyState(String what, String how) {
        getStyleClass().addAll("card", "empty");
        Label first = Words.label(what, "secondary");
        first.setWrapText(true);
        Label second = Words.label(how, "hint", "small");
        second.setWrapText(true);
        getChildren().addAll(first, second);
    }
}
