package io.sigmaprompt.workbench.topbar;

import java.util.Locale;

/** The modes of a twin, as the bar shows them. */
public enum SessionMode {
    SIMULATED("physics moves the robot; commands go to simulated actuators"),
    MIRROR("robot solid, prediction translucent"),
    SHADOW("decisions on live data move only the shadow twin"),
    LIVE("commands reach the hardware through the gate");

    private final String meaning;

    SessionMode(String meaning) {
        this.meaning = meaning;
    }

    /** One phrase for the viewport's caption. */
    public String meaning() {
        return meaning;
    }

    /** The style class that carries this mode's colour. */
    public String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
