package io.sigmaprompt.workbench.app;

import io.sigmaprompt.workbench.panel.Words;
import javafx.scene.layout.GridPane;

/** Keys and mouse on one card. */
final class KeyHelp extends GridPane {
    private static final String[][] KEYS = {
        {"Esc", "STOP: all motion halts and stays halted; the button releases it"},
        {"Space", "run or pause"},
        {"N", "pause, and make one cycle of 10 ms"},
        {"R", "back to the start"},
        {",  .", "slower, faster; the last step is as fast as it can"},
        {"1 2 3 4", "SIMULATED, MIRROR, SHADOW, LIVE"},
        {"A", "arm or disarm the gate"},
        {"G", "ghost: the prediction, the shadow twin, or none"},
        {"T", "dark or light"},
        {"Ctrl O", "open a file"},
        {"F", "frame the robot; so does a double click"},
        {"C", "the camera follows a robot that moves about, or stays where it is"},
        {"drag", "turn; with Shift or the right button, move; the wheel zooms"},
        {"arrows + −", "turn and zoom, while the view has the focus"},
        {"F1", "show or hide this"},
    };

    KeyHelp() {
        getStyleClass().add("overlay");
        setHgap(20);
        setVgap(6);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (int i = 0; i < KEYS.length; i++) {
            add(Words.label(KEYS[i][0], "number", "strong"), 0, i);
            add(Words.label(KEYS[i][1], "secondary", "small"), 1, i);
        }
        setVisible(false);
    }
}
