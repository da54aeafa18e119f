package io.sigmaprompt.workbench.robot;

import io.sigmaprompt.workbench.panel.EmptyState;
import io.sigmaprompt.workbench.panel.PanelHeader;
import io.sigmaprompt.workbench.panel.Words;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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
        list.setFixedCellSize(ROW_HEIGHT);
        list.setCellFactory(view -> new Row());
        list.setAccessibleText("Links and joints");
        EmptyState empty = new EmptyState(
                "No robot yet.", "Open one with --robot file.urdf, or start a scenario with --scenario file.yaml.");
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
        private final Label name = Words.label("");
        private final Label detail = Words.label("", "hint", "small");
        private final Label value = Words.label("", "number");
        private final HBox line = new HBox(6, name, detail, Words.spring(), value);

        Row() {
            line.setAlignment(Pos.CENTER_LEFT);
            value.setMinWidth(USE_PREF_SIZE);
            detail.setMinWidth(0);
        }

        @Override
        protected void updateItem(@Nullable RobotRow row, boolean empty) {
            super.updateItem(row, empty);
            value.textProperty().unbind();
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            name.setText(row.name());
            name.getStyleClass().removeAll("strong", "secondary", "is-live");
            name.getStyleClass().add(row.depth() == 0 ? "strong" : "secondary");
            value.getStyleClass().remove("is-live");
            if (row.differingProperty().get()) {
                name.getStyleClass().add("is-live");
                value.getStyleClass().add("is-live");
            }
            detail.setText(row.detail());
            value.textProperty().bind(row.valueProperty());
            line.setPadding(new Insets(0, 0, 0, row.depth() * INDENT));
            setGraphic(line);
        }
    }
}
