package io.sigmaprompt.workbench.gate;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The gate panel: its checks in two columns. */
public final class GateView extends VBox {
    public GateView(GateViewModel model) {
        getStyleClass().add("panel");
        Label verdict = Words.following(model.verdictProperty(), "panel-title", "strong");
        model.clearProperty().subscribe(clear -> {
            verdict.getStyleClass().removeAll("is-ok", "is-bad");
            verdict.getStyleClass().add(clear ? "is-ok" : "is-bad");
        });
        StackPane body = new StackPane();
        InvalidationListener refill = change -> body.getChildren().setAll(content(model));
        model.margins().addListener(refill);
        refill.invalidated(model.margins());
        getChildren().addAll(new PanelHeader("Gate", verdict), body);
    }

    private static Node content(GateViewModel model) {
        if (model.margins().isEmpty()) {
            return new EmptyState(
                    "No command to check.", "The gate's margins stand here once a session sends commands.");
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("card");
        grid.setHgap(16);
        grid.setVgap(6);
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        grid.getColumnConstraints().addAll(half, half);
        for (int i = 0; i < model.margins().size(); i++) {
            GateMargin margin = model.margins().get(i);
            Label value = Words.label(margin.margin(), "number", "strong");
            if (!margin.clear()) {
                value.getStyleClass().add("is-bad");
            }
            grid.add(new HBox(Words.label(margin.check(), "secondary", "small"), Words.spring(), value), i % 2, i / 2);
        }
        return grid;
    }
}
