package io.sigmaprompt.workbench.panel;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;

/** A panel's title, and at its right what the panel says in short. */
public final class PanelHeader extends HBox {
    public PanelHeader(String title, Node... right) {
        getStyleClass().add("panel-header");
        setSpacing(8);
        getChildren().addAll(Words.label(title.toUpperCase(Locale.ROOT), "panel-title"), Words.spring());
        getChildren().addAll(right);
    }

    /** A title that follows a value. */
    public PanelHeader(ObservableValue<String> title, Node... right) {
        getStyleClass().add("panel-header");
        setSpacing(8);
        getChildren().addAll(Words.following(title, "panel-title"), Words.spring());
        getChildren().addAll(right);
    }
}
