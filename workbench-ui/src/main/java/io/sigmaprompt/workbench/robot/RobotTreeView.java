package io.sigmaprompt.workbench.robot;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The robot panel. */
public final class RobotTreeView extends VBox {
    private static final double ROW_HEIGHT = 28;
    private static final double INDENT = 14;

    public RobotTreeView(RobotTreeViewModel model) {
        setSpacing(4);
        PanelHeader header = new PanelHeader("Robot", Words.following(model.summaryProperty(), "panel-title"));
        header.setPadding(new Insets(12, 12, 4, 12));
        ListView<RobotRow> list = new ListView<>(model.rows());
        list.setId("robots");
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Row(model));
        list.setAccessibleText("Robots and joints");
        list.setOnKeyPressed(event -> {
            RobotRow row = list.getSelectionModel().getSelectedItem();
            if (row != null && event.getCode() == KeyCode.ENTER) {
                model.choose(row);
                event.consume();
            }
        });
        EmptyState empty = new EmptyState("No robot yet.", "Its joints stand here once a scenario or a robot is open.");
        StackPane emptyPlace = new StackPane(empty);
        emptyPlace.setPadding(new Insets(0, 12, 0, 12));
        emptyPlace.setAlignment(Pos.TOP_LEFT);
        empty.setMaxHeight(USE_PREF_SIZE);
        emptyPlace.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        list.visibleProperty().bind(Bindings.isNotEmpty(model.rows()));
        StackPane body = new StackPane(list, emptyPlace);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, body);
    }

    private static final class Row extends ListCell<RobotRow> {
        private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

        private final Label name = Words.label("");
        private final Label detail = Words.label("", "hint", "small");
        private final Label value = Words.label("", "number");
        private final HBox line = new HBox(6, name, detail, Words.spring(), value);
        private Subscription watched = Subscription.EMPTY;

        Row(RobotTreeViewModel model) {
            line.setAlignment(Pos.CENTER_LEFT);
            name.setMinWidth(0);
            value.setMinWidth(USE_PREF_SIZE);
            detail.setMinWidth(0);
            setOnMouseClicked(event -> {
                RobotRow row = getItem();
                if (row != null) {
                    model.choose(row);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable RobotRow row, boolean empty) {
            super.updateItem(row, empty);
            watched.unsubscribe();
            watched = Subscription.EMPTY;
            if (empty || row == null) {
                setGraphic(null);
                pseudoClassStateChanged(CHOSEN, false);
                return;
            }
            name.setText(row.name());
            name.getStyleClass().removeAll("strong", "secondary");
            name.getStyleClass().add(row.depth() == 0 ? "strong" : "secondary");
            detail.setText(row.detail());
            line.setPadding(new Insets(0, 0, 0, row.depth() * INDENT));
            watched = Subscription.combine(
                    row.valueProperty().subscribe(value::setText),
                    row.differingProperty().subscribe(this::highlight),
                    row.chosenProperty().subscribe(chosen -> pseudoClassStateChanged(CHOSEN, chosen)));
            setGraphic(line);
        }

        private void highlight(boolean differing) {
            for (Label label : new Label[] {name, value}) {
                label.getStyleClass().remove("is-live");
                if (differing) {
                    label.getStyleClass().add("is-live");
                }
            }
        }
    }
}
