package io.sigmaprompt.workbench.panel;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Shows a node only while a condition holds, and gives its room away else. */
public final class Shown {
    private Shown() {}

    public static void when(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
