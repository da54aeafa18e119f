package io.sigmaprompt.twin.port.signal;

import java.util.List;

/**
 * Signals that are told together, at one time.
 *
 * @param name the table or topic, for people
 * @param signals what detectors may look at
 * @param counters what counts cycles or steps of a task: no measurement, but it tells the phase
 * @param labels what somebody else says of the robot, 0 or 1: to hold findings against, never for a detector to look at
 */
public record SignalGroup(String name, List<Signal> signals, List<Signal> counters, List<Signal> labels) {
    public SignalGroup {
        signals = List.copyOf(signals);
        counters = List.copyOf(counters);
        labels = List.copyOf(labels);
    }

    /** A group of measurements only. */
    public static SignalGroup of(String name, List<Signal> signals) {
        return new SignalGroup(name, signals, List.of(), List.of());
    }
}
