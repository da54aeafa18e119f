package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.divergence.DivergenceLegend;
import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.topbar.SessionMode;
import io.sigmaprompt.workbench.viewport.Viewport3D;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The viewport with its cards: mode, divergence, what must be told, and what to open when nothing is. */
final class ViewportPane extends StackPane {
    private static final double TEXT_WIDTH = 560;
    private static final double WHY_WIDTH = 300;
    private static final double EDGE = 12;
    private static final double NARROW = 640;
    private static final double BELOW_MODE = 52;

    private final DivergenceLegend legend;

    ViewportPane(Viewport3D viewport, WorkbenchViewModel model, OpenMenu menu, KeyHelp help, Theme theme) {
        legend = new DivergenceLegend(theme);
        ViewportCardsViewModel cards = model.cards();
        WelcomeCard welcome = new WelcomeCard(model.library(), menu);
        StackPane.setAlignment(welcome, Pos.CENTER);
        Shown.when(welcome, model.robot().summaryProperty().map(String::isEmpty));
        VBox below = new VBox(8, told(cards.noticeProperty(), "▲", true), told(cards.standingProperty(), "❚❚", false));
        below.setAlignment(Pos.BOTTOM_LEFT);
        below.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        below.setMouseTransparent(true);
        StackPane.setAlignment(below, Pos.BOTTOM_LEFT);
        StackPane.setMargin(below, new Insets(EDGE));
        Node divergence = divergenceCard(cards, legend);
        Node follow = followButton(viewport);
        // Where both do not fit beside each other, the second goes below the first.
        widthProperty().map(width -> width.doubleValue() < NARROW).subscribe(narrow -> {
            StackPane.setMargin(divergence, new Insets(narrow ? BELOW_MODE : EDGE, EDGE, EDGE, EDGE));
            StackPane.setMargin(follow, new Insets(EDGE, EDGE, narrow ? BELOW_MODE : EDGE, EDGE));
        });
        getChildren().addAll(viewport, modeCard(model), divergence, below, follow, welcome, help);
        setMinSize(0, 0);
    }

    private static Node followButton(Viewport3D viewport) {
        Button button = new Button();
        button.setId("follow");
        button.getStyleClass().add("slim");
        button.textProperty()
                .bind(viewport.followingProperty().map(on -> on ? "◎ camera follows · C" : "○ camera stays · C"));
        button.setOnAction(
                event -> viewport.setFollowing(!viewport.followingProperty().get()));
        Shown.when(button, viewport.mobileProperty());
        StackPane.setAlignment(button, Pos.BOTTOM_RIGHT);
        StackPane.setMargin(button, new Insets(EDGE));
        return button;
    }

    private static Node modeCard(WorkbenchViewModel model) {
        ViewportCardsViewModel cards = model.cards();
        Label mode = Words.following(cards.modeProperty().map(SessionMode::name), "strong", "small");
        cards.modeProperty().subscribe(m -> {
            String colour = m == SessionMode.MIRROR ? "-accent" : "-" + m.style();
            mode.setStyle("-fx-text-fill: " + colour + ";");
        });
        Shown.when(mode, model.topBar().connectedProperty());
        HBox card = new HBox(mode, Words.following(cards.captionProperty(), "secondary", "small"));
        Node placed = overlay(card, Pos.TOP_LEFT);
        Shown.when(placed, cards.captionProperty().map(text -> !text.isEmpty()));
        return placed;
    }

    void setTheme(Theme look) {
        legend.setTheme(look);
    }

    private static Node divergenceCard(ViewportCardsViewModel cards, DivergenceLegend legend) {
        cards.amountProperty().subscribe(amount -> legend.mark(amount.doubleValue()));
        Shown.when(legend, cards.colouredProperty());
        Label unjudged = Words.following(cards.unjudgedProperty(), "hint", "small");
        Shown.when(unjudged, cards.unjudgedProperty().map(text -> !text.isEmpty()));
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
        Label meaning = Words.label("σ: effort residual or motion (NIS), whichever is less likely", "hint", "small");
        meaning.setWrapText(true);
        meaning.setMaxWidth(DivergenceLegend.WIDTH);
        meaning.setMinHeight(USE_PREF_SIZE);
        Shown.when(meaning, cards.colouredProperty());
        Label why = Words.following(cards.whyProperty(), "small");
        why.setMaxWidth(WHY_WIDTH);
        Shown.when(why, cards.whyProperty().map(text -> !text.isEmpty()));
        VBox card = new VBox(
                Words.label("divergence", "secondary", "small"),
                line,
                Words.following(cards.detailProperty(), "hint", "small"),
                why,
                legend,
                meaning,
                unjudged);
        card.setAlignment(Pos.TOP_RIGHT);
        card.setSpacing(0);
        Node placed = overlay(card, Pos.TOP_RIGHT);
        Shown.when(placed, cards.divergenceProperty().map(text -> !text.isEmpty()));
        return placed;
    }

    private static Node told(ObservableValue<String> text, String sign, boolean warning) {
        Label said = Words.following(text, "small");
        said.setWrapText(true);
        said.setMaxWidth(TEXT_WIDTH);
        HBox card = new HBox(8, Words.label(sign, "small", warning ? "is-warning" : "secondary"), said);
        card.getStyleClass().add("overlay");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        if (warning) {
            card.getStyleClass().add("notice");
        }
        Shown.when(card, text.map(shown -> !shown.isEmpty()));
        return card;
    }

    private static Node overlay(Region card, Pos place) {
        card.getStyleClass().add("overlay");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        card.setMouseTransparent(true);
        StackPane.setAlignment(card, place);
        StackPane.setMargin(card, new Insets(EDGE));
        return card;
    }
}
