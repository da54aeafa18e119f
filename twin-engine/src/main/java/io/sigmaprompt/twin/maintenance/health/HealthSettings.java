package io.sigmaprompt.twin.maintenance.health;

/**
 * How health is told.
 *
 * @param blockNanos stretch of motion that is one look
 * @param memory how many looks are remembered; older ones fade
 * @param heatNanos stretch over which a temperature is averaged
 * @param heatMemory how many of those are remembered
 * @param periodNanos how often it is told
 * @param exponent of Miner's sum and of loaded travel: 3 as for ball bearings (ISO 281)
 * @param deadband share of the effort limit below which a reversal is no cycle
 */
public record HealthSettings(
        long blockNanos,
        double memory,
        long heatNanos,
        double heatMemory,
        long periodNanos,
        int exponent,
        double deadband) {
    public static final HealthSettings DEFAULT =
            new HealthSettings(100_000_000, 6000, 2_000_000_000, 3600, 5_000_000_000L, 3, 0.01);
}
