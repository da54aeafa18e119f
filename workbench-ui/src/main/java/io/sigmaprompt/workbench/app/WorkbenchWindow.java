package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.alarm.AlarmListView;
import io.sigmaprompt.workbench.decision.DecisionView;
import io.sigmaprompt.workbench.explanation.ExplanationView;
import io.sigmaprompt.workbench.gate.GateView;
import io.sigmaprompt.workbench.plot.PlotView;
import io.sigmaprompt.workbench.robot.RobotTreeView;
import io.sigmaprompt.workbench.status.StatusBarView;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.timeline.TimelineView;
import io.sigmaprompt.workbench.topbar.TopBarView;
import io.sigmaprompt.workbench.viewport.Viewport3D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The whole window: bar, robot, viewport, reasons, timeline and plot, status. JavaFX thread. */
public final class WorkbenchWindow extends BorderPane {
    private static final double LEFT_WIDTH = 264;
    private static final double RIGHT_WIDTH = 348;
    private static final double BOTTOM_HEIGHT = 236;

    private final Viewport3D viewport;
    private final TimelineView timeline;
    private final PlotView plot;

    public WorkbenchWindow(WorkbenchViewModel model, Theme theme) {
        viewport = new Viewport3D(theme);
        timeline = new TimelineView(model.timeline(), theme);
        plot = new PlotView(model.plot(), theme);
        theme.applyTo(this);
        getStyleClass().add("root");
        setTop(new TopBarView(model.topBar()));
        setLeft(side(new RobotTreeView(model.robot()), "side-left", LEFT_WIDTH));
        setCenter(new ViewportPane(viewport, model));
        VBox reasons = new VBox(
                new ExplanationView(model.explanation()),
                new DecisionView(model.decision()),
                new GateView(model.gate()),
                new AlarmListView(model.alarms()));
        ScrollPane scroll = new ScrollPane(reasons);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        setRight(side(scroll, "side-right", RIGHT_WIDTH));
        setBottom(new VBox(bottom(), new StatusBarView(model.status())));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                model.topBar().toggleRun();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                model.topBar().stop();
                event.consume();
            }
        });
    }

    private static Region side(Region content, String style, double width) {
        VBox side = new VBox(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        side.getStyleClass().add(style);
        side.setMinWidth(width);
        side.setPrefWidth(width);
        side.setMaxWidth(width);
        return side;
    }

    private Node bottom() {
        plot.getStyleClass().add("bottom-right");
        HBox bottom = new HBox(timeline, plot);
        bottom.getStyleClass().add("bottom");
        bottom.setMinHeight(BOTTOM_HEIGHT);
        bottom.setPrefHeight(BOTTOM_HEIGHT);
        bottom.setMaxHeight(BOTTOM_HEIGHT);
        // Two thirds for what happened, one for how it looked.
        timeline.prefWidthProperty().bind(bottom.widthProperty().multiply(0.65));
        plot.prefWidthProperty().bind(bottom.widthProperty().multiply(0.35));
        HBox.setHgrow(timeline, Priority.ALWAYS);
        HBox.setHgrow(plot, Priority.ALWAYS);
        return bottom;
    }

    /** The 3D view, to open robots in and to pose them. */
    public Viewport3D viewport() {
        return viewport;
    }

    /** Changes the look of everything. */
    public void setTheme(Theme theme) {
        theme.applyTo(this);
        viewport.setTheme(theme);
        timeline.setTheme(theme);
        plot.setTheme(theme);
    }
}
