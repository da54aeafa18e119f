package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.panel.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What stands in the middle while nothing is open: what there is to open. */
final class WelcomeCard extends VBox {
    private static final double WIDTH = 240;

    WelcomeCard(LibraryViewModel library, OpenMenu menu) {
        super(12);
        getStyleClass().add("overlay");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        HBox columns = new HBox(
                20,
                column("Scenarios", library.scenarios(), library::shippedScenario),
                column("Robots", library.robots(), library::shippedRobot));
        Button file = new Button("Open a file…");
        file.setOnAction(event -> menu.chooseFile());
        HBox last = new HBox(10, file, Words.label("or  sigma workbench --scenario FILE", "number", "hint"));
        last.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Words.label("Open something to begin.", "strong"), columns, last);
    }

    private static VBox column(String title, List<String> names, Consumer<String> open) {
        VBox column = new VBox(6, Words.label(title.toUpperCase(Locale.ROOT), "panel-title"));
        for (String name : names) {
            Button button = new Button(name);
            button.getStyleClass().add("choice");
            button.setPrefWidth(WIDTH);
            button.setOnAction(event -> open.accept(name));
            column.getChildren().add(button);
        }
        if (names.isEmpty()) {
            column.getChildren().add(Words.label("none found", "hint", "small"));
        }
        return column;
    }
}
