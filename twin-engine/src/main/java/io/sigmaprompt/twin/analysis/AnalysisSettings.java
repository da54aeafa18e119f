package io.sigmaprompt.twin.analysis;

import io.sigmaprompt.twin.analysis.watch.WatchSettings;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.List;

/**
 * When a detector speaks.
 *
 * @param staleNanos silence that makes telemetry stale
 * @param residualSigma robust standard deviations of the effort residual that are too much
 * @param residualFloor share of a joint's effort limit below which its residual's deviation is not believed
 * @param residualHoldNanos how long a residual must last to be found, and be absent to be gone
 * @param residualWindow how many past residuals, at 100 Hz, its median and deviation are taken over
 * @param novelty what is asked about all joints together
 * @param watch how single signals are watched, and what is looked for in them
 */
public record AnalysisSettings(
        long staleNanos,
        double residualSigma,
        double residualFloor,
        long residualHoldNanos,
        int residualWindow,
        NoveltySettings novelty,
        WatchSettings watch) {
    private static final List<Kind> KINDS = List.of(
            Kind.GAP, Kind.JITTER, Kind.RATE, Kind.FLAT_LINE, Kind.STUCK, Kind.SPIKE, Kind.SHIFT, Kind.PERIODICITY);

    /** Of a robot much is known, and what breaks must not become normal. */
    private static final WatchSettings WATCH = new WatchSettings(KINDS, 400, 10_000, 1e-8, 0.01, 500_000_000, false);

    public static final AnalysisSettings DEFAULT =
            new AnalysisSettings(100_000_000, 6, 0.002, 200_000_000, 300, NoveltySettings.DEFAULT, WATCH);
}
