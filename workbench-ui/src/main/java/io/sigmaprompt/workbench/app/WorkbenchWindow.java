package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.alarm.AlarmListView;
import io.sigmaprompt.workbench.decision.DecisionView;
import io.sigmaprompt.workbench.explanation.ExplanationView;
import io.sigmaprompt.workbench.gate.GateView;
import io.sigmaprompt.workbench.link.LinkHealthView;
import io.sigmaprompt.workbench.mind.MindView;
import io.sigmaprompt.workbench.plot.PlotView;
import io.sigmaprompt.workbench.robot.RobotTreeView;
import io.sigmaprompt.workbench.status.StatusBarView;
import io.sigmaprompt.workbench.theme.Theme;
import io.sigmaprompt.workbench.timeline.TimelineView;
import io.sigmaprompt.workbench.topbar.SessionMode;
import io.sigmaprompt.workbench.topbar.TopBarView;
import io.sigmaprompt.workbench.topbar.TopBarViewModel;
import io.sigmaprompt.workbench.viewport.Viewport3D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
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
    private static final double ROBOT_HEIGHT = 200;
    private static final double ALARMS_HEIGHT = 200.0;

    private final Viewport3D viewport;
    private final ViewportPane center;
    private final TimelineView timeline;
    private final PlotView plot;
    private final OpenMenu menu;
    private final KeyHelp help = new KeyHelp();
    private final WorkbenchViewModel model;
    private Theme theme;
    private Runnable nextGhost = () -> {};

    public WorkbenchWindow(WorkbenchViewModel model, Theme theme) {
        this.model = model;
        this.theme = theme;
        menu = new OpenMenu(model.library());
        viewport = new Viewport3D(theme);
        timeline = new TimelineView(model.timeline(), theme);
        plot = new PlotView(model.plot(), theme);
        theme.applyTo(this);
        getStyleClass().add("root");
        setTop(new TopBarView(model.topBar(), menu));
        RobotTreeView tree = new RobotTreeView(model.robot());
        VBox.setVgrow(tree, Priority.ALWAYS);
        tree.setPrefHeight(ROBOT_HEIGHT);
        setLeft(side(
                new VBox(tree, new MindView(model.mind()), new LinkHealthView(model.link())), "side-left", LEFT_WIDTH));
        center = new ViewportPane(viewport, model, menu, help, theme);
        setCenter(center);
        setRight(side(reasons(model), "side-right", RIGHT_WIDTH));
        setBottom(new VBox(bottom(), new StatusBarView(model.status())));
        // As a filter, so that no list and no button takes a key away from STOP.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (key(event)) {
                event.consume();
            }
        });
    }

    private boolean key(KeyEvent event) {
        TopBarViewModel bar = model.topBar();
        if (event.getCode() == KeyCode.ESCAPE) {
            bar.stop();
            return true;
        }
        if (event.isControlDown() || event.isMetaDown()) {
            if (event.getCode() == KeyCode.O) {
                menu.chooseFile();
                return true;
            }
            return false;
        }
        if (event.isAltDown()) {
            return false;
        }
        switch (event.getCode()) {
            case SPACE -> bar.toggleRun();
            case N -> bar.step();
            case R -> bar.reset();
            case COMMA -> bar.changeSpeed(false);
            case PERIOD -> bar.changeSpeed(true);
            case DIGIT1 -> bar.choose(SessionMode.SIMULATED);
            case DIGIT2 -> bar.choose(SessionMode.MIRROR);
            case DIGIT3 -> bar.choose(SessionMode.SHADOW);
            case DIGIT4 -> bar.choose(SessionMode.LIVE);
            case A -> model.gate().toggle();
            case G -> nextGhost.run();
            case C -> viewport.setFollowing(!viewport.followingProperty().get());
            case T -> setTheme(theme == Theme.DARK ? Theme.LIGHT : Theme.DARK);
            case F1 -> help.setVisible(!help.isVisible());
            case ENTER -> {
                // Space runs and pauses wherever the focus is, so that it never releases STOP by accident.
                if (getScene().getFocusOwner() instanceof ButtonBase button && !(button instanceof MenuButton)) {
                    button.fire();
                    return true;
                }
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Tells what draws the next ghost. */
    void onNextGhost(Runnable action) {
        nextGhost = action;
    }

    /** Alarms stand below the scrolled part: what wants attention is never scrolled away. */
    private static VBox reasons(WorkbenchViewModel model) {
        ScrollPane reasons = scrolled(new VBox(
                new ExplanationView(model.explanation()),
                new DecisionView(model.decision()),
                new GateView(model.gate())));
        AlarmListView list = new AlarmListView(model.alarms());
        ScrollPane alarms = scrolled(list);
        alarms.setMinHeight(Region.USE_PREF_SIZE);
        alarms.prefHeightProperty()
                .bind(list.heightProperty().map(height -> Math.min(ALARMS_HEIGHT, height.doubleValue() + 2)));
        VBox.setVgrow(reasons, Priority.ALWAYS);
        return new VBox(reasons, alarms);
    }

    private static ScrollPane scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        return scroll;
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
    public void setTheme(Theme look) {
        theme = look;
        look.applyTo(this);
        viewport.setTheme(look);
        center.setTheme(look);
        timeline.setTheme(look);
        plot.setTheme(look);
    }
}
