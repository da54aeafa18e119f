package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import io.sigmaprompt.workbench.topbar.SessionMode;
import io.sigmaprompt.workbench.viewport.Viewport3D;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The viewport with its cards: mode at the left, divergence at the right, what to do when nothing is open. */
final class ViewportPane extends StackPane {
    ViewportPane(Viewport3D viewport, WorkbenchViewModel model) {
        ViewportCardsViewModel cards = model.cards();
        getChildren().addAll(viewport, modeCard(cards), divergenceCard(cards), invitation(model));
        setMinSize(0, 0);
    }

    private static Node modeCard(ViewportCardsViewModel cards) {
        Label mode = Words.following(cards.modeProperty().map(SessionMode::name), "strong", "small");
        cards.modeProperty().subscribe(m -> {
            String colour = m == SessionMode.MIRROR ? "-accent" : "-" + m.style();
            mode.setStyle("-fx-text-fill: " + colour + ";");
        });
        HBox card =
                new HBox(mode, Words.following(cards.modeProperty().map(SessionMode::meaning), "secondary", "small"));
        return overlay(card, Pos.TOP_LEFT);
    }

    private static Node divergenceCard(ViewportCardsViewModel cards) {
        Label value = Words.following(cards.divergenceProperty(), "large-number");
        Label where = Words.following(cards.whereProperty(), "number");
        cards.differingProperty().subscribe(differing -> {
            for (Label label : new Label[] {value, where}) {
                label.getStyleClass().removeAll("is-live", "secondary");
                label.getStyleClass().add(differing ? "is-live" : "secondary");
            }
        });
        HBox line = new HBox(8, value, where);
        line.setAlignment(Pos.BASELINE_RIGHT);
        VBox card = new VBox(Words.label("divergence", "secondary", "small"), line);
        card.setAlignment(Pos.TOP_RIGHT);
        card.setSpacing(0);
        Node placed = overlay(card, Pos.TOP_RIGHT);
        Shown.when(placed, cards.divergenceProperty().map(text -> !text.isEmpty()));
        return placed;
    }

    private static Node invitation(WorkbenchViewModel model) {
        Label what = Words.label("No robot is open.", "strong");
        Label how = Words.label("sigma workbench --robot file.urdf", "number", "secondary");
        VBox card = new VBox(what, how);
        card.setAlignment(Pos.CENTER);
        Node placed = overlay(card, Pos.CENTER);
        Shown.when(placed, model.robot().summaryProperty().map(String::isEmpty));
        return placed;
    }

    private static Node overlay(javafx.scene.layout.Region card, Pos place) {
        card.getStyleClass().add("overlay");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setMouseTransparent(true);
        StackPane.setAlignment(card, place);
        StackPane.setMargin(card, new Insets(12));
        return card;
    }
}
