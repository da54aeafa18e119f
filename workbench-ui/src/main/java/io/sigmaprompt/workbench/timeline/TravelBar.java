package io.sigmaprompt.workbench.timeline;

import io.sigmaprompt.workbench.panel.Shown;
import io.sigmaprompt.workbench.panel.Words;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Winds a session that stands still, and forks it where it was wound to. */
final class TravelBar extends HBox {
    private final TimelineViewModel model;
    private final Slider slider = new Slider();

    /** While the slider follows the session, it does not lead it. */
    private boolean following;

    TravelBar(TimelineViewModel model) {
        super(10);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("rewind");
        slider.setAccessibleText("Rewind");
        slider.setMinWidth(120);
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.valueProperty().subscribe((before, seconds) -> {
            if (!following) {
                model.rewind(seconds.doubleValue());
            }
        });
        model.revisionProperty().subscribe(revision -> follow());
        MenuButton fork = new MenuButton("Fork from here");
        fork.setId("fork");
        for (WhatIf each : WhatIf.values()) {
            MenuItem item = new MenuItem(each.words());
            item.setId("fork-" + each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            item.setOnAction(event -> model.fork(each));
            fork.getItems().add(item);
        }
        Label outcome = Words.following(model.forkProperty(), "secondary", "small");
        outcome.setId("fork-outcome");
        outcome.setMinWidth(0);
        HBox.setHgrow(outcome, Priority.ALWAYS);
        getChildren().addAll(slider, fork, outcome);
        Shown.when(this, model.rewindableProperty());
    }

    private void follow() {
        // A slider that is held leads: what it asked for is on its way.
        if (slider.isValueChanging()) {
            return;
        }
        following = true;
        slider.setMin(model.start());
        slider.setMax(Math.max(model.known(), model.start() + 1e-3));
        slider.setValue(model.now());
        following = false;
    }
}
