package io.sigmaprompt.twin.analysis;

/**
 * When a detector speaks.
 *
 * @param staleNanos silence that makes telemetry stale
 * @param residualSigma robust standard deviations of the effort residual that are too much
 * @param residualFloor share of a joint's effort limit below which its residual's deviation is not believed
 * @param residualHoldNanos how long a residual must last to be found, and be absent to be gone
 * @param residualWindow how many past residuals, at 100 Hz, its median and deviation are taken over
 * @param noveltyScore score of a novelty model that is too much
 * @param noveltyHoldNanos how long it must last to be found, and be absent to be gone
 */
public record AnalysisSettings(
        long staleNanos,
        double residualSigma,
        double residualFloor,
        long residualHoldNanos,
        int residualWindow,
        double noveltyScore,
        long noveltyHoldNanos) {
    public static final AnalysisSettings DEFAULT =
            new AnalysisSettings(100_000_000, 6, 0.002, 200_000_000, 300, 0.999, 200_000_000);
}
