package io.sigmaprompt.workbench.link;

import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The link panel; it takes no room while there is no telemetry. */
public final class LinkHealthView extends VBox {
    public LinkHealthView(LinkHealthViewModel model) {
        getStyleClass().add("panel");
        VBox lines = new VBox(6);
        InvalidationListener fill = change -> lines.getChildren()
                .setAll(model.facts().stream().map(LinkHealthView::line).toList());
        model.facts().addListener(fill);
        fill.invalidated(model.facts());
        Shown.when(this, Bindings.isNotEmpty(model.facts()));
        getChildren().addAll(new PanelHeader("Link health"), lines);
    }

    private static HBox line(LinkHealthViewModel.Fact fact) {
        HBox line = new HBox(
                Words.label(fact.name(), "secondary", "small"), Words.spring(), Words.label(fact.value(), "number"));
        Tooltip.install(line, new Tooltip(fact.meaning()));
        return line;
    }
}
