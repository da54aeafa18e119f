package io.sigmaprompt.workbench.gate;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The gate panel: armed or not, and its checks in two columns. */
public final class GateView extends VBox {
    public GateView(GateViewModel model) {
        getStyleClass().add("panel");
        Label verdict = Words.following(model.verdictProperty(), "panel-title", "strong");
        model.clearProperty().subscribe(clear -> {
            verdict.getStyleClass().removeAll("is-ok", "is-bad");
            verdict.getStyleClass().add(clear ? "is-ok" : "is-bad");
        });
        StackPane checks = new StackPane();
        InvalidationListener refill = change -> checks.getChildren().setAll(content(model));
        model.margins().addListener(refill);
        refill.invalidated(model.margins());
        Label reason = Words.following(model.reasonProperty(), "secondary", "small");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        Shown.when(reason, model.reasonProperty().map(text -> !text.isEmpty()));
        Shown.when(checks, Bindings.isNotEmpty(model.margins()));
        // What holds a command back stands first.
        VBox card = new VBox(reason, checks);
        card.getStyleClass().add("card");
        Shown.when(card, model.verdictProperty().map(text -> !text.isEmpty()));
        EmptyState empty =
                new EmptyState("No command to check.", "The gate's margins stand here once a session sends commands.");
        Shown.when(empty, card.visibleProperty().map(shown -> !shown));
        getChildren().addAll(new PanelHeader("Gate", verdict, arm(model)), new StackPane(empty, card));
    }

    /** Says the state, and does the other. */
    private static Button arm(GateViewModel model) {
        Button arm = new Button();
        arm.setId("arm");
        arm.getStyleClass().add("slim");
        arm.setMinWidth(USE_PREF_SIZE);
        Shown.when(arm, model.availableProperty());
        arm.setOnAction(event -> model.toggle());
        model.armedProperty().subscribe(armed -> {
            arm.setText(armed ? "▲ ARMED" : "DISARMED");
            arm.setTooltip(new Tooltip(
                    armed ? "Armed: in LIVE, commands reach the hardware. Press to disarm (A)" : "Press to arm (A)"));
            arm.getStyleClass().remove("armed");
            if (armed) {
                arm.getStyleClass().add("armed");
            }
        });
        return arm;
    }

    private static Node content(GateViewModel model) {
        GridPane grid = new GridPane();
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
            HBox cell = new HBox(Words.label(margin.check(), "secondary", "small"), Words.spring(), value);
            if (!margin.joint().isEmpty()) {
                Tooltip.install(cell, new Tooltip("nearest to its limit: " + margin.joint()));
            }
            grid.add(cell, i % 2, i / 2);
        }
        return grid;
    }
}
