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
            "#1b232d", "#bccad8", "#d83f9c"),
    LIGHT(
            "#f3f5f8", "#ffffff", "#f7f9fb", "#e9edf2", "#d5dce4", "#17202a", "#4a5866", "#5f6c7a", "#066a9f",
            "#5d7286", "#7a4fd0", "#9a4f00", "#1f8a3b", "#9a6b00", "#c62f2f", "#c6ccd3", "#8f9dad", "#f1f4f7",
            "#dfe6ed", "#8496a8", "#7d0f62");

    private static final String STYLESHEET = "/io/sigmaprompt/workbench/theme/workbench.css";

    private final String window;
    private final String panel;
    private final String card;
    private final String control;
    private final String line;
    private final String text;
    private final String secondaryText;
    private final String hint;
    private final String accent;
    private final String simulated;
    private final String shadow;
    private final String live;
    private final String ok;
    private final String warning;
    private final String bad;
    private final String floor;
    private final String floorLine;
    private final String backdropTop;
    private final String backdropBottom;
    private final String agreeing;
    private final String divergent;

    Theme(String... c) {
        int i = 0;
        window = c[i++];
        panel = c[i++];
        card = c[i++];
        control = c[i++];
        line = c[i++];
        text = c[i++];
        secondaryText = c[i++];
        hint = c[i++];
        accent = c[i++];
        simulated = c[i++];
        shadow = c[i++];
        live = c[i++];
        ok = c[i++];
        warning = c[i++];
        bad = c[i++];
        floor = c[i++];
        floorLine = c[i++];
        backdropTop = c[i++];
        backdropBottom = c[i++];
        agreeing = c[i++];
        divergent = c[i];
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
        return Color.web(window);
    }

    public Color panel() {
        return Color.web(panel);
    }

    public Color card() {
        return Color.web(card);
    }

    public Color control() {
        return Color.web(control);
    }

    public Color line() {
        return Color.web(line);
    }

    public Color text() {
        return Color.web(text);
    }

    public Color secondaryText() {
        return Color.web(secondaryText);
    }

    public Color hint() {
        return Color.web(hint);
    }

    /** Selection, prediction, and the mode MIRROR. */
    public Color accent() {
        return Color.web(accent);
    }

    public Color simulated() {
        return Color.web(simulated);
    }

    public Color shadow() {
        return Color.web(shadow);
    }

    /** Real hardware or a real difference. */
    public Color live() {
        return Color.web(live);
    }

    public Color ok() {
        return Color.web(ok);
    }

    public Color warning() {
        return Color.web(warning);
    }

    public Color bad() {
        return Color.web(bad);
    }

    public Color floor() {
        return Color.web(floor);
    }

    public Color floorLine() {
        return Color.web(floorLine);
    }

    public Color backdropTop() {
        return Color.web(backdropTop);
    }

    public Color backdropBottom() {
        return Color.web(backdropBottom);
    }

    /** A ghost that does what the robot does; one end of {@link DivergenceColours}. */
    public Color agreeing() {
        return Color.web(agreeing);
    }

    /** What cannot be chance; the other end of {@link DivergenceColours}. */
    public Color divergent() {
        return Color.web(divergent);
    }
}
