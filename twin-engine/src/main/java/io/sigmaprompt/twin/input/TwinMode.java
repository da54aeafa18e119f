package io.sigmaprompt.twin.input;

/** Who moves the twin, and where its commands go. */
public enum TwinMode {
    /** Physics moves it; commands go to simulated actuators. */
    SIMULATED,
    /** Telemetry moves it, a prediction runs beside it; no commands. */
    MIRROR,
    /** As MIRROR, and the loop decides on live data, but its commands only move a shadow twin. */
    SHADOW,
    /** As SHADOW, and commands reach the hardware through the armed gate. */
    LIVE
}
