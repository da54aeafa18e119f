package io.sigmaprompt.workbench.mind;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The behaviour tree panel. Colour says how a node stands and its shape what kind it is; the legend says both. */
public final class MindView extends VBox {
    private final VBox body = new VBox(8);
    private final List<TreeCardView> cards = new ArrayList<>();

    public MindView(MindViewModel model) {
        getStyleClass().add("panel");
        setId("trees");
        FlowPane legend = new FlowPane(10, 2);
        for (Standing each : Standing.values()) {
            legend.getChildren()
                    .add(new HBox(
                            4,
                            Words.label(each.sign(), "small", each.style()),
                            Words.label(each.words(), "hint", "node-says")));
        }
        Shown.when(legend, model.summaryProperty().map(text -> !text.isEmpty()));
        InvalidationListener refill = change -> refill(model.trees());
        model.trees().addListener(refill);
        refill.invalidated(model.trees());
        getChildren()
                .addAll(
                        new PanelHeader(
                                "Behaviour tree", Words.following(model.summaryProperty(), "panel-title", "number")),
                        body,
                        legend);
    }

    private void refill(List<TreeCard> trees) {
        if (trees.size() == cards.size() && !trees.isEmpty()) {
            boolean all = true;
            for (int i = 0; i < trees.size(); i++) {
                all &= cards.get(i).show(trees.get(i));
            }
            if (all) {
                return;
            }
        }
        cards.clear();
        trees.forEach(tree -> cards.add(new TreeCardView(tree)));
        body.getChildren().setAll(cards);
        if (cards.isEmpty()) {
            body.getChildren()
                    .add(new EmptyState("No behaviour tree.", "One stands here when a mind of the robot is a tree."));
        }
    }
}
