package io.sigmaprompt.workbench.plot;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import io.sigmaprompt.workbench.theme.Theme;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The live plot with its legend. */
public final class PlotView extends VBox {
    private final LinePlot plot;
    private final HBox legend = new HBox(12);
    private final PlotViewModel model;
    private Theme theme;

    public PlotView(PlotViewModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
        getStyleClass().add("panel");
        plot = new LinePlot(model, theme);
        EmptyState empty = new EmptyState(
                "No signal yet.", "A session plots measured, predicted and residual values here as they arrive.");
        empty.setMaxHeight(USE_PREF_SIZE);
        StackPane body = new StackPane(plot, empty);
        ObservableValue<Boolean> isEmpty = model.revisionProperty().map(revision -> model.isEmpty());
        Shown.when(empty, isEmpty);
        VBox.setVgrow(body, Priority.ALWAYS);
        model.revisionProperty().subscribe(revision -> fillLegend());
        getChildren().addAll(new PanelHeader(model.titleProperty(), legend), body);
    }

    /** Draws in another look. */
    public void setTheme(Theme look) {
        theme = look;
        plot.setTheme(look);
        legend.getChildren().clear();
        fillLegend();
    }

    private void fillLegend() {
        if (legend.getChildren().size() == model.lines().size()) {
            return;
        }
        legend.getChildren().clear();
        for (PlotViewModel.Line line : model.lines()) {
            Label label = Words.label(line.name().toUpperCase(Locale.ROOT), "panel-title", "strong");
            label.setTextFill(LinePlot.colour(line.role(), theme));
            String web = LinePlot.colour(line.role(), theme).toString().replace("0x", "#");
            label.setStyle("-fx-text-fill: " + web + ";");
            legend.getChildren().add(label);
        }
    }
}
