package io.sigmaprompt.workbench.app;

import java.io.File;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.FileChooser;

/** The menu from which scenarios and robots are opened. */
final class OpenMenu extends MenuButton {
    private final LibraryViewModel library;

    OpenMenu(LibraryViewModel library) {
        super("Open");
        this.library = library;
        setId("open");
        setAccessibleText("Open a scenario or a robot");
        // Filled as it opens: what ships is known by then.
        setOnShowing(event -> fill());
        fill();
    }

    private void fill() {
        getItems().clear();
        getItems().add(heading("SCENARIOS"));
        library.scenarios().forEach(name -> getItems().add(item(name, () -> library.shippedScenario(name))));
        getItems().addAll(new SeparatorMenuItem(), heading("ROBOTS"));
        library.robots().forEach(name -> getItems().add(item(name, () -> library.shippedRobot(name))));
        getItems().addAll(new SeparatorMenuItem(), item("Open a file…   Ctrl O", this::chooseFile));
    }

    private static MenuItem heading(String text) {
        MenuItem heading = new MenuItem(text);
        heading.setDisable(true);
        return heading;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    /** Asks for a file and opens it. */
    void chooseFile() {
        if (getScene() == null || getScene().getWindow() == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a scenario or a robot");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Scenarios and robots", "*.yaml", "*.yml", "*.urdf", "*.xacro", "*.xml", "*.sdf"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            library.file(file.getPath());
        }
    }
}
