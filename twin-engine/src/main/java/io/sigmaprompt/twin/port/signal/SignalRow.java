package io.sigmaprompt.twin.port.signal;

/**
 * What a group told at one time. The arrays are never written after construction; NaN is what is missing.
 *
 * @param nanos on the recording's clock
 * @param group the same object for all rows of one group
 * @param values one a signal
 * @param counters one a counter
 * @param labels one a label: 0, 1 or NaN
 */
public record SignalRow(long nanos, SignalGroup group, double[] values, double[] counters, double[] labels) {}
