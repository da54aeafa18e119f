package io.sigmaprompt.workbench.status;

import io.sigmaprompt.workbench.panel.Words;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** The line below everything. */
public final class StatusBarView extends HBox {
    private static final double HEIGHT = 26;

    public StatusBarView(StatusBarViewModel model) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(20);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren()
                .addAll(
                        Words.following(model.activityProperty()),
                        Words.following(model.kernelProperty(), "number"),
                        Words.following(model.hashProperty(), "number"),
                        Words.spring(),
                        Words.following(model.linkProperty()),
                        Words.label("F1 keys and mouse"));
    }
}
