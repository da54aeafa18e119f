package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The alarm panel. A priority is a shape and a word, never a colour alone. */
public final class AlarmListView extends VBox {
    public AlarmListView(AlarmListViewModel model) {
        getStyleClass().add("panel");
        VBox body = new VBox(8);
        InvalidationListener refill = change -> {
            body.getChildren().clear();
            if (model.alarms().isEmpty()) {
                body.getChildren()
                        .add(new EmptyState("No alarms.", "Alarms that are raised wait here to be acknowledged."));
            }
            model.alarms().forEach(alarm -> body.getChildren().add(card(alarm, model)));
        };
        model.alarms().addListener(refill);
        refill.invalidated(model.alarms());
        Label summary = Words.following(model.summaryProperty(), "panel-title", "is-live");
        getChildren().addAll(new PanelHeader("Alarms", summary), body);
    }

    private static VBox card(AlarmRow alarm, AlarmListViewModel model) {
        boolean urgent = alarm.priority().equals("HIGH") || alarm.priority().equals("CRITICAL");
        Label badge = Words.label((urgent ? "▲ " : "● ") + alarm.priority(), "badge", urgent ? "is-live" : "is-accent");
        badge.setMinWidth(USE_PREF_SIZE);
        Label state = Words.label(alarm.active() ? "" : "gone", "hint", "small");
        state.setMinWidth(USE_PREF_SIZE);
        Button acknowledge = new Button(alarm.acknowledged() ? "Acknowledged" : "Acknowledge");
        acknowledge.getStyleClass().addAll("slim", "acknowledge");
        acknowledge.setMinWidth(USE_PREF_SIZE);
        acknowledge.setDisable(alarm.acknowledged());
        acknowledge.setOnAction(event -> model.acknowledge(alarm));
        Label title = Words.label(alarm.title(), "strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox line = new HBox(6, badge, title, state, acknowledge);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(line);
        Tooltip.install(
                card, new Tooltip(String.format(Locale.ROOT, "%s%nsince %.2f s", alarm.text(), alarm.raisedAt())));
        card.getStyleClass().addAll("card", "slim");
        if (urgent && !alarm.acknowledged()) {
            card.getStyleClass().add("high");
        }
        return card;
    }
}
