package io.sigmaprompt.workbench.alarm;

import io.sigmaprompt.twin.record.AlarmRecord.State;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One alarm of the list, and what can be done with it. */
final class AlarmCard extends VBox {
    AlarmCard(AlarmRow alarm, AlarmListViewModel model) {
        getStyleClass().addAll("card", "slim");
        if (alarm.urgent() && !alarm.acknowledged()) {
            getStyleClass().add("high");
        }
        getChildren().addAll(headline(alarm), operations(alarm, model));
        Tooltip.install(
                this, new Tooltip(String.format(Locale.ROOT, "%s%nsince %.2f s", alarm.text(), alarm.raisedAt())));
    }

    private static Node headline(AlarmRow alarm) {
        boolean loud = alarm.urgent() && !alarm.state().silenced();
        Label badge =
                Words.label((alarm.urgent() ? "▲ " : "● ") + alarm.priority(), "badge", loud ? "is-live" : "is-accent");
        badge.setMinWidth(USE_PREF_SIZE);
        Label title = Words.label(alarm.title(), "strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label time = Words.label(time(alarm.raisedAt()), "hint", "small", "mono");
        time.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(6, badge, title, time);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static String time(double seconds) {
        long tenths = Math.round(seconds * 10);
        return String.format(Locale.ROOT, "%02d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }

    private static Node operations(AlarmRow alarm, AlarmListViewModel model) {
        HBox line = new HBox(6);
        line.setAlignment(Pos.CENTER_LEFT);
        if (!alarm.acknowledged()) {
            line.getChildren().add(button("Acknowledge", "acknowledge", () -> model.acknowledge(alarm)));
        }
        if (alarm.state() == State.LATCHED_ACKNOWLEDGED) {
            line.getChildren().add(button("Reset", "reset", () -> model.reset(alarm)));
        }
        if (alarm.state() == State.SHELVED) {
            line.getChildren().add(button("Unshelve", "unshelve", () -> model.unshelve(alarm)));
        } else if (!alarm.state().silenced() && !isGroup(alarm)) {
            line.getChildren().add(shelve(alarm, model));
        }
        String said =
                alarm.standing() + (alarm.standing().isEmpty() || alarm.note().isEmpty() ? "" : ", ") + alarm.note();
        line.getChildren().addAll(Words.spring(), Words.label(said, "hint", "small"));
        return line;
    }

    /** Only alarms themselves are shelved. */
    private static boolean isGroup(AlarmRow alarm) {
        return alarm.key().startsWith("group/") || alarm.key().startsWith("flood/");
    }

    private static Button button(String text, String style, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().addAll("slim", style);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static MenuButton shelve(AlarmRow alarm, AlarmListViewModel model) {
        MenuButton menu = new MenuButton("Shelve");
        menu.getStyleClass().addAll("slim", "shelve");
        menu.setMinWidth(USE_PREF_SIZE);
        for (ShelfTime time : ShelfTime.values()) {
            MenuItem item = new MenuItem(time.label());
            item.setOnAction(event -> model.shelve(alarm, time));
            menu.getItems().add(item);
        }
        return menu;
    }
}
