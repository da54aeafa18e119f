package io.sigmaprompt.twin.cognition;

import io.sigmaprompt.twin.signal.SignalPath;

/** The numbers that a mind has asked for. */
@FunctionalInterface
public interface Signals {
    /** None is known. */
    Signals NONE = path -> Double.NaN;

    /** What was told last, SI units; NaN if nothing was. */
    double value(SignalPath path);
}
