package io.sigmaprompt.workbench.explanation;

import io.sigmaprompt.workbench.panel.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The causes as cards. Cards are kept while their content changes, so that a click finds what it was aimed at. */
final class CausesView extends VBox {
    private final CausesViewModel model;
    private final Label standing;
    private final List<CauseView> cards = new ArrayList<>();

    CausesView(CausesViewModel model) {
        super(8);
        this.model = model;
        standing = Words.following(model.standingProperty(), "hint", "small");
        standing.setWrapText(true);
        standing.setMinHeight(USE_PREF_SIZE);
        HBox heading = new HBox(
                Words.label("why they are apart", "secondary", "small"),
                Words.spring(),
                Words.following(model.explainedProperty(), "panel-title"));
        heading.visibleProperty().bind(model.explainedProperty().isNotEmpty());
        heading.managedProperty().bind(heading.visibleProperty());
        standing.visibleProperty().bind(model.standingProperty().isNotEmpty());
        standing.managedProperty().bind(standing.visibleProperty());
        VBox list = new VBox(8);
        getChildren().addAll(heading, list, standing);
        ListChangeListener<CauseCard> fill = change -> fill(list);
        model.causes().addListener(fill);
        fill(list);
    }

    private void fill(VBox list) {
        List<CauseCard> causes = model.causes();
        while (cards.size() < causes.size()) {
            cards.add(new CauseView(model, cards.isEmpty()));
        }
        for (int i = 0; i < causes.size(); i++) {
            cards.get(i).show(causes.get(i));
        }
        list.setManaged(!causes.isEmpty());
        if (list.getChildren().size() != causes.size()) {
            list.getChildren().setAll(cards.subList(0, causes.size()));
        }
    }
}
