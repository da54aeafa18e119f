package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.List;

/**
 * How a signal is watched.
 *
 * @param kinds what is looked for, in this order
 * @param learning samples that must have been seen before anything is judged
 * @param horizon samples that weigh fully in what is normal
 * @param alarm a sample that is as unusual with this probability or less is a finding
 * @param clear one that is as unusual with this probability or more is no trouble
 * @param holdNanos how long there must be no trouble until a finding is gone
 * @param adapts whether what is found becomes normal if it stays
 */
public record WatchSettings(
        List<Kind> kinds, int learning, double horizon, double alarm, double clear, long holdNanos, boolean adapts) {
    /** For a signal of which nothing but its samples is known. */
    public static final WatchSettings DEFAULT = new WatchSettings(
            List.of(Kind.SPIKE, Kind.RATE, Kind.FLAT_LINE, Kind.SHIFT, Kind.PERIODICITY, Kind.STUCK),
            400,
            10_000,
            1e-6,
            0.01,
            500_000_000,
            true);

    public WatchSettings {
        kinds = List.copyOf(kinds);
    }

    /** The same, looking only for those of these kinds that it looks for. */
    public WatchSettings only(Kind... some) {
        List<Kind> wanted = List.of(some);
        return new WatchSettings(
                kinds.stream().filter(wanted::contains).toList(), learning, horizon, alarm, clear, holdNanos, adapts);
    }

    /** The same, looking for other kinds. */
    public WatchSettings looking(Kind... only) {
        return new WatchSettings(List.of(only), learning, horizon, alarm, clear, holdNanos, adapts);
    }
}
