package io.sigmaprompt.workbench.topbar;

import io.sigmaprompt.workbench.panel.Icon;
import io.sigmaprompt.workbench.panel.Words;
import java.util.EnumMap;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** The bar above everything; STOP stands at its right end, always. */
public final class TopBarView extends HBox {
    private static final double HEIGHT = 44;
    private static final double STOP_WIDTH = 128;

    /**
     * The bar.
     *
     * @param open the menu from which something is opened
     */
    public TopBarView(TopBarViewModel model, Node open) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(16);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        HBox brand = new HBox(
                6,
                Words.label("Σ", "brand-sigma"),
                Words.label("SigmaPrompt", "brand"),
                Words.following(model.sessionProperty(), "secondary"));
        brand.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(brand, open, modes(model), transport(model), clock(model), Words.spring(), stop(model));
    }

    private static HBox modes(TopBarViewModel model) {
        HBox group = new HBox();
        group.getStyleClass().add("mode-group");
        group.setMaxHeight(30);
        group.setAlignment(Pos.CENTER);
        Map<SessionMode, ToggleButton> buttons = new EnumMap<>(SessionMode.class);
        for (SessionMode mode : SessionMode.values()) {
            ToggleButton button = new ToggleButton(mode.name());
            button.getStyleClass().setAll("mode", mode.style());
            button.setTooltip(new Tooltip(mode.name() + ": " + mode.meaning() + " (" + (mode.ordinal() + 1) + ")"));
            button.setId("mode-" + mode.style());
            button.disableProperty().bind(model.underWayProperty().not());
            button.setOnAction(event -> {
                model.choose(mode);
                // The session decides; until it has, the bar shows what is.
                select(buttons, model.modeProperty().get());
            });
            buttons.put(mode, button);
            group.getChildren().add(button);
        }
        model.modeProperty().subscribe(mode -> select(buttons, mode));
        return group;
    }

    private static void select(Map<SessionMode, ToggleButton> buttons, SessionMode selected) {
        buttons.forEach((mode, button) -> button.setSelected(mode == selected));
    }

    private static HBox transport(TopBarViewModel model) {
        Button run = iconButton(Icon.RUN, "Run or pause (Space)", model::toggleRun, model.connectedProperty());
        run.setId("run");
        run.getStyleClass().add("primary");
        model.runningProperty().subscribe(running -> run.setGraphic((running ? Icon.PAUSE : Icon.RUN).shape()));
        HBox box = new HBox(
                6,
                iconButton(Icon.RESET, "Back to the start (R)", model::reset, model.connectedProperty()),
                run,
                iconButton(Icon.STEP, "One cycle, 10 ms (N)", model::step, model.connectedProperty()));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Button iconButton(Icon icon, String says, Runnable action, ObservableValue<Boolean> enabled) {
        Button button = new Button();
        button.setGraphic(icon.shape());
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setOnAction(event -> action.run());
        button.disableProperty().bind(enabled.map(on -> !on));
        return button;
    }

    private static HBox clock(TopBarViewModel model) {
        Label time = Words.following(model.clockProperty(), "number");
        Button slower = speedButton("−", "Slower (,)", () -> model.changeSpeed(false));
        Button faster = speedButton("+", "Faster, up to as fast as it can (.)", () -> model.changeSpeed(true));
        time.setMinWidth(USE_PREF_SIZE);
        slower.disableProperty().bind(model.connectedProperty().not());
        faster.disableProperty().bind(model.connectedProperty().not());
        HBox box = new HBox(8, time, slower, Words.following(model.speedProperty(), "number", "secondary"), faster);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static Button speedButton(String sign, String says, Runnable action) {
        Button button = new Button(sign);
        button.getStyleClass().add("icon-button");
        button.setTooltip(new Tooltip(says));
        button.setAccessibleText(says);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button stop(TopBarViewModel model) {
        Button stop = new Button("STOP");
        stop.getStyleClass().add("stop");
        stop.setId("stop");
        stop.setMinWidth(STOP_WIDTH);
        stop.setOnAction(event -> model.stopOrRelease());
        model.stoppedProperty().subscribe(stopped -> {
            stop.setText(stopped ? "RELEASE STOP" : "STOP");
            stop.setTooltip(new Tooltip(
                    stopped ? "Stopped. Press to release; the robot goes on" : "Stop all motion now (Esc)"));
            stop.getStyleClass().remove("stopped");
            if (stopped) {
                stop.getStyleClass().add("stopped");
            }
        });
        return stop;
    }
}
