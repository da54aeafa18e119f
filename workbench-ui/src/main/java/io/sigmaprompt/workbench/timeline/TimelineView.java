package io.sigmaprompt.workbench.timeline;

import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import io.sigmaprompt.workbench.theme.Theme;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The timeline panel. Its lanes stand there even when empty, so that one learns where to look. */
public final class TimelineView extends VBox {
    private final LaneCanvas lanes;

    public TimelineView(TimelineViewModel model, Theme theme) {
        getStyleClass().add("panel");
        lanes = new LaneCanvas(model, theme);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        Label hint = Words.label("fills while a session runs", "hint", "small");
        Shown.when(hint, model.revisionProperty().map(revision -> model.isEmpty()));
        getChildren().addAll(new PanelHeader("Timeline", hint), new TravelBar(model), lanes);
    }

    /** Draws in another look. */
    public void setTheme(Theme look) {
        lanes.setTheme(look);
    }
}
