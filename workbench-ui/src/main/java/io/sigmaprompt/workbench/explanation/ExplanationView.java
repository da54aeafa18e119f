package io.sigmaprompt.workbench.explanation;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.ShareBar;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The explanation panel. */
public final class ExplanationView extends VBox {
    private static final double NAME_WIDTH = 104;

    public ExplanationView(ExplanationViewModel model) {
        getStyleClass().add("panel");
        StackPane body = new StackPane();
        model.currentProperty().subscribe(explanation -> body.getChildren()
                .setAll(
                        explanation == null
                                ? new EmptyState(
                                        "Nothing to explain.",
                                        "When robot and prediction part, the likeliest causes stand here.")
                                : card(explanation)));
        getChildren().addAll(new PanelHeader("Explanation"), body);
    }

    private static VBox card(Explanation explanation) {
        VBox card = new VBox();
        card.getStyleClass().add("card");
        HBox head = new HBox(8, Words.label(explanation.title(), "strong"), Words.spring());
        head.setAlignment(Pos.CENTER_LEFT);
        Label text = Words.label(explanation.text(), "secondary", "small");
        text.setWrapText(true);
        card.getChildren().addAll(head, text);
        boolean leading = true;
        for (Hypothesis hypothesis : explanation.hypotheses()) {
            if (leading) {
                head.getChildren().add(Words.label(belief(hypothesis), "badge", "number", "is-live"));
            }
            card.getChildren().add(line(hypothesis, leading));
            leading = false;
        }
        return card;
    }

    private static HBox line(Hypothesis hypothesis, boolean leading) {
        Label name = Words.label(hypothesis.name(), "secondary", "small");
        name.setMinWidth(NAME_WIDTH);
        name.setPrefWidth(NAME_WIDTH);
        ShareBar bar = new ShareBar(hypothesis.belief(), leading);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox line = new HBox(10, name, bar, Words.label(belief(hypothesis), "number"));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String belief(Hypothesis hypothesis) {
        return String.format(Locale.ROOT, "%.2f", hypothesis.belief());
    }
}
