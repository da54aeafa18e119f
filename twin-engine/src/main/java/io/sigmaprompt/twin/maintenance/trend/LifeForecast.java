package io.sigmaprompt.twin.maintenance.trend;

/**
 * How much use is left until something happens. Infinite where it may well never happen.
 *
 * @param low before this only with half of what the coverage leaves, as 10 % of 80 %
 * @param median as likely before as after
 * @param high after this only with the other half
 * @param coverage how likely it is between low and high
 */
public record LifeForecast(double low, double median, double high, double coverage) {}
