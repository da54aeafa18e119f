package io.sigmaprompt.workbench.panel;

import javafx.scene.shape.SVGPath;

/** The icons of the transport, on a grid of 12 units. */
public enum Icon {
    RESET("M1 1h2v10H1z M11 1v10L4 6z"),
    RUN("M2.5 1v10L11 6z"),
    PAUSE("M2 1h3v10H2z M7 1h3v10H7z"),
    STEP("M1 1v10L8 6z M9 1h2v10H9z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new shape of this icon. */
    public SVGPath shape() {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon");
        return shape;
    }
}
