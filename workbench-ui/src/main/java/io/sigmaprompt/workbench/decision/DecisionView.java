package io.sigmaprompt.workbench.decision;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
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
                                        "Cognition and arbitration run with a scenario, or in SHADOW and LIVE.")
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
                Words.label(String.format(Locale.ROOT, "won %.2f", decision.score()), "badge", "is-ok"));
        head.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(head);
        if (!decision.over().isEmpty()) {
            card.getChildren().add(wrapped("over " + decision.over(), "secondary", "small"));
        }
        card.getChildren().add(wrapped(decision.reason(), "secondary", "small"));
        return card;
    }

    private static Label wrapped(String text, String... styles) {
        Label label = Words.label(text, styles);
        label.setWrapText(true);
        return label;
    }
}
