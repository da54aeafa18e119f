package io.sigmaprompt.workbench.decision;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The decision panel. */
public final class DecisionView extends VBox {
    public DecisionView(DecisionViewModel model) {
        getStyleClass().add("panel");
        StackPane body = new StackPane();
        model.currentProperty().subscribe(decision -> body.getChildren()
                .setAll(
                        decision == null
                                ? new EmptyState(
                                        "No decision yet.",
                                        "Minds are asked in SIMULATED, SHADOW and LIVE; in MIRROR the twin only watches.")
                                : card(decision)));
        getChildren()
                .addAll(new PanelHeader("Decision", Words.following(model.tickText(), "panel-title", "number")), body);
    }

    private static VBox card(DecisionSummary decision) {
        VBox card = new VBox();
        card.getStyleClass().add("card");
        HBox head = new HBox(
                8,
                Words.label(decision.winner(), "strong"),
                Words.label("won " + DecisionViewModel.number(decision.score()), "badge", "is-ok"));
        head.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(head);
        String over = decision.over().isEmpty() ? "" : "over " + decision.over() + " · ";
        card.getChildren()
                .addAll(
                        wrapped(over + "rule " + decision.rule(), "secondary", "small"),
                        wrapped(decision.reason(), "secondary", "small"));
        return card;
    }

    private static Label wrapped(String text, String... styles) {
        Label label = Words.label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
