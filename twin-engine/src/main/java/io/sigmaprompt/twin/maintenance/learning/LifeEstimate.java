package io.sigmaprompt.twin.maintenance.learning;

/**
 * Cycles that a machine has left.
 *
 * @param cycles the expected number, at most the cap of the settings
 * @param low the interval's lower end
 * @param high its upper end; where it is the cap, the cap or more
 */
public record LifeEstimate(double cycles, double low, double high) {}
