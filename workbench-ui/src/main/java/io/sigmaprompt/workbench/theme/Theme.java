package io.sigmaprompt.workbench.theme;

import javafx.scene.Parent;
import javafx.scene.paint.Color;

/**
 * The two looks. The colours here are those of {@code workbench.css}, for what is drawn without style sheets: plots,
 * timeline, viewport.
 */
public enum Theme {
    DARK(
            "#0d1116", "#12161c", "#181e26", "#212933", "#2a333f", "#e6edf3", "#9fb0c0", "#8494a5", "#39c5ff",
            "#8aa0b4", "#b392f0", "#ff9f43", "#7ee787", "#e3b341", "#ff6b6b", "#2b3440", "#52627a", "#0f141b",
            "#1b232d"),
    LIGHT(
            "#f3f5f8", "#ffffff", "#f7f9fb", "#e9edf2", "#d5dce4", "#17202a", "#4a5866", "#5f6c7a", "#066a9f",
            "#5d7286", "#7a4fd0", "#9a4f00", "#1f8a3b", "#9a6b00", "#c62f2f", "#ccd5de", "#8fa0b2", "#f1f4f7",
            "#dfe6ed");

    private static final String STYLESHEET = "/io/sigmaprompt/workbench/theme/workbench.css";

    private final Color window;
    private final Color panel;
    private final Color card;
    private final Color control;
    private final Color line;
    private final Color text;
    private final Color secondaryText;
    private final Color hint;
    private final Color accent;
    private final Color simulated;
    private final Color shadow;
    private final Color live;
    private final Color ok;
    private final Color warning;
    private final Color bad;
    private final Color floor;
    private final Color floorLine;
    private final Color backdropTop;
    private final Color backdropBottom;

    Theme(String... c) {
        int i = 0;
        window = Color.web(c[i++]);
        panel = Color.web(c[i++]);
        card = Color.web(c[i++]);
        control = Color.web(c[i++]);
        line = Color.web(c[i++]);
        text = Color.web(c[i++]);
        secondaryText = Color.web(c[i++]);
        hint = Color.web(c[i++]);
        accent = Color.web(c[i++]);
        simulated = Color.web(c[i++]);
        shadow = Color.web(c[i++]);
        live = Color.web(c[i++]);
        ok = Color.web(c[i++]);
        warning = Color.web(c[i++]);
        bad = Color.web(c[i++]);
        floor = Color.web(c[i++]);
        floorLine = Color.web(c[i++]);
        backdropTop = Color.web(c[i++]);
        backdropBottom = Color.web(c[i]);
    }

    /** Puts this look on a window's root. */
    public void applyTo(Parent root) {
        Fonts.load();
        String sheet = Theme.class.getResource(STYLESHEET).toExternalForm();
        if (!root.getStylesheets().contains(sheet)) {
            root.getStylesheets().add(sheet);
        }
        root.getStyleClass().remove("light");
        if (this == LIGHT) {
            root.getStyleClass().add("light");
        }
    }

    public Color window() {
        return window;
    }

    public Color panel() {
        return panel;
    }

    public Color card() {
        return card;
    }

    public Color control() {
        return control;
    }

    public Color line() {
        return line;
    }

    public Color text() {
        return text;
    }

    public Color secondaryText() {
        return secondaryText;
    }

    public Color hint() {
        return hint;
    }

    /** Selection, prediction, and the mode MIRROR. */
    public Color accent() {
        return accent;
    }

    public Color simulated() {
        return simulated;
    }

    public Color shadow() {
        return shadow;
    }

    /** Real hardware or a real difference. */
    public Color live() {
        return live;
    }

    public Color ok() {
        return ok;
    }

    public Color warning() {
        return warning;
    }

    public Color bad() {
        return bad;
    }

    public Color floor() {
        return floor;
    }

    public Color floorLine() {
        return floorLine;
    }

    public Color backdropTop() {
        return backdropTop;
    }

    public Color backdropBottom() {
        return backdropBottom;
    }
}
