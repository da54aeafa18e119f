package io.sigmaprompt.workbench.explanation;

import io.sigmaprompt.workbench.panel.ShareBar;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One cause: what and where, its share as a bar, its numbers, its evidence. A click or Enter looks at its joint. */
final class CauseView extends VBox {
    private final Label title = Words.label("", "strong");
    private final Label share = Words.label("", "number");
    private final Label numbers = Words.label("", "number");
    private final Label text = Words.label("", "secondary", "small");
    private final ShareBar bar;
    private final Tooltip full = new Tooltip();
    private @Nullable CauseCard shown;

    CauseView(CausesViewModel model, boolean leading) {
        getStyleClass().addAll("card", "dense", "cause");
        bar = new ShareBar(0, leading);
        title.setMinWidth(0);
        title.setTooltip(full);
        share.setMinWidth(USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(8, title, Words.spring(), share);
        head.setAlignment(Pos.CENTER_LEFT);
        numbers.managedProperty().bind(numbers.textProperty().isNotEmpty());
        getChildren().addAll(head, bar, numbers, text);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> choose(model));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(model);
                event.consume();
            }
        });
    }

    private void choose(CausesViewModel model) {
        if (shown != null) {
            model.choose(shown);
        }
    }

    void show(CauseCard cause) {
        shown = cause;
        boolean leads = !cause.joint().isEmpty();
        getStyleClass().remove("choosable");
        if (leads) {
            getStyleClass().add("choosable");
        }
        setFocusTraversable(leads);
        title.setText(cause.title());
        full.setText(cause.title() + (leads ? "\nA click plots " + cause.joint() : ""));
        share.setText(String.format(Locale.ROOT, "%3.0f %%", 100 * cause.share()));
        bar.setShare(cause.share());
        numbers.setText(cause.numbers());
        text.setText(cause.text());
        setAccessibleText(cause.title() + ", " + share.getText().strip() + ", " + cause.text());
    }
}
