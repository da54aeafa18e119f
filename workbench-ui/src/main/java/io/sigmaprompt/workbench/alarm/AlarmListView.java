package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The alarm panel. A priority is a shape and a word, never a colour alone. */
public final class AlarmListView extends VBox {
    public AlarmListView(AlarmListViewModel model) {
        getStyleClass().add("panel");
        VBox body = new VBox(8);
        HBox tools = new HBox(6);
        tools.setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (AlarmFilter filter : AlarmFilter.values()) {
            tools.getChildren().add(filter(filter, model, group));
        }
        Button all = new Button("Acknowledge all");
        all.setId("acknowledge-all");
        all.getStyleClass().add("slim");
        all.setMinWidth(USE_PREF_SIZE);
        all.setOnAction(event -> model.acknowledgeAll());
        tools.getChildren().addAll(Words.spring(), all);
        InvalidationListener refill = change -> {
            body.getChildren().clear();
            AlarmFilter filter = model.filterProperty().get();
            if (model.alarms().isEmpty()) {
                body.getChildren().add(new EmptyState(filter.nothing(), filter.how()));
            }
            model.alarms().forEach(alarm -> body.getChildren().add(new AlarmCard(alarm, model)));
            label(tools, model);
            all.setVisible(
                    model.alarms().stream().filter(row -> !row.acknowledged()).count() > 1);
            boolean any = model.count(AlarmFilter.ALL) > 0;
            tools.setVisible(any);
            tools.setManaged(any);
        };
        model.alarms().addListener(refill);
        model.filterProperty().addListener(refill);
        model.summaryProperty().addListener(refill);
        refill.invalidated(model.alarms());
        Label summary = Words.following(model.summaryProperty(), "panel-title", "is-live");
        getChildren().addAll(new PanelHeader("Alarms", summary), tools, body);
    }

    private static ToggleButton filter(AlarmFilter filter, AlarmListViewModel model, ToggleGroup group) {
        ToggleButton button = new ToggleButton(filter.label());
        button.setId("alarms-" + filter.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("slim", "filter");
        button.setMinWidth(USE_PREF_SIZE);
        button.setToggleGroup(group);
        button.setUserData(filter);
        button.setSelected(model.filterProperty().get() == filter);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.filterProperty().set(filter);
        });
        return button;
    }

    /** Says how many alarms each filter shows. */
    private static void label(HBox tools, AlarmListViewModel model) {
        for (Node each : tools.getChildren()) {
            if (each instanceof ToggleButton button && button.getUserData() instanceof AlarmFilter filter) {
                button.setText(filter.label() + " " + model.count(filter));
            }
        }
    }
}
