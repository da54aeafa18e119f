package io.sigmaprompt.workbench.explanation;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.ShareBar;
import io.sigmaprompt.workbench.panel.Words;
import io.sigmaprompt.workbench.session.JointNames;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The explanation panel: the causes, a card for each finding, and each joint's residual. */
public final class ExplanationView extends VBox {
    private static final double NAME_WIDTH = 96;
    private static final double VALUE_WIDTH = 88;

    public ExplanationView(ExplanationViewModel model) {
        getStyleClass().add("panel");
        VBox cards = new VBox(8);
        VBox bars = new VBox();
        bars.getStyleClass().addAll("card", "dense");
        VBox body = new VBox(8);
        CausesView causes = new CausesView(model.causes());
        InvalidationListener fill = change -> {
            body.getChildren().clear();
            if (model.residuals().isEmpty() && model.findings().isEmpty()) {
                body.getChildren()
                        .add(new EmptyState(
                                "Nothing to explain.",
                                "While a session runs, what the model does not explain stands here, joint by joint."));
                return;
            }
            body.getChildren().add(causes);
            if (!model.findings().isEmpty()) {
                body.getChildren().add(cards);
            }
            if (!model.residuals().isEmpty()) {
                body.getChildren().add(bars);
            }
        };
        InvalidationListener fillCards = change -> cards.getChildren()
                .setAll(model.findings().stream().map(ExplanationView::card).toList());
        InvalidationListener fillBars = change -> {
            bars.getChildren().setAll(heading(model));
            model.residuals().forEach(bar -> bars.getChildren().add(line(bar)));
        };
        model.findings().addListener(fillCards);
        model.findings().addListener(fill);
        model.residuals().addListener(fillBars);
        model.residuals().addListener(fill);
        fillCards.invalidated(model.findings());
        fillBars.invalidated(model.residuals());
        fill.invalidated(model.findings());
        getChildren().addAll(new PanelHeader("Explanation"), body);
    }

    private static HBox heading(ExplanationViewModel model) {
        return new HBox(
                Words.label("effort residual", "secondary", "small"),
                Words.spring(),
                Words.following(model.summaryProperty(), "panel-title"));
    }

    private static VBox card(FindingCard finding) {
        VBox card = new VBox();
        card.getStyleClass().addAll("card", "high");
        Label badge = Words.label(finding.badge(), "badge", "number", "is-live");
        badge.setMinWidth(USE_PREF_SIZE);
        HBox head = new HBox(8, Words.label(finding.title(), "strong"), Words.spring(), badge);
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = Words.label(finding.text(), "secondary", "small");
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        card.getChildren().addAll(head, text);
        return card;
    }

    private static HBox line(ResidualBar residual) {
        Label name = Words.label(JointNames.brief(residual.joint()), "secondary", "small");
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        name.setTooltip(new Tooltip(residual.joint()));
        ShareBar bar = new ShareBar(0, false);
        residual.shareProperty().subscribe(share -> bar.setShare(share.doubleValue()));
        residual.beyondProperty().subscribe(bar::setLeading);
        HBox.setHgrow(bar, Priority.ALWAYS);
        Label value = Words.following(residual.valueProperty(), "number");
        value.setMinWidth(VALUE_WIDTH);
        value.setPrefWidth(VALUE_WIDTH);
        value.setAlignment(Pos.CENTER_RIGHT);
        HBox line = new HBox(10, name, bar, value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
