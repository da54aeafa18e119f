package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.CusumStatistic;
import io.sigmaprompt.twin.analysis.stream.FlatLineStatistic;
import io.sigmaprompt.twin.analysis.stream.GapStatistic;
import io.sigmaprompt.twin.analysis.stream.HampelStatistic;
import io.sigmaprompt.twin.analysis.stream.JitterStatistic;
import io.sigmaprompt.twin.analysis.stream.PageHinkleyStatistic;
import io.sigmaprompt.twin.analysis.stream.PeriodicityStatistic;
import io.sigmaprompt.twin.analysis.stream.RateStatistic;
import io.sigmaprompt.twin.analysis.stream.Statistic;
import io.sigmaprompt.twin.analysis.stream.StuckStatistic;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which statistics look for which kind. */
final class Statistics {
    private Statistics() {}

    static List<Statistic> of(Signal signal, WatchSettings settings) {
        List<Statistic> statistics = new ArrayList<>();
        for (Kind kind : settings.kinds()) {
            statistics.addAll(of(kind, signal, settings.adapts()));
        }
        return statistics;
    }

    private static List<Statistic> of(Kind kind, Signal signal, boolean adapts) {
        double floor = signal.floor();
        return switch (kind) {
            case SPIKE -> List.of(new HampelStatistic(floor));
            case RATE -> List.of(new RateStatistic(signal.rateLimit()));
            case FLAT_LINE -> List.of(new FlatLineStatistic());
            case STUCK -> List.of(new StuckStatistic());
            case SHIFT ->
                adapts
                        ? List.of(new CusumStatistic(floor, true), new PageHinkleyStatistic(floor))
                        : List.of(new CusumStatistic(floor, false));
            case PERIODICITY -> List.of(new PeriodicityStatistic(floor));
            case GAP -> List.of(new GapStatistic());
            case JITTER -> List.of(new JitterStatistic());
            case STALE, LIMIT, NOVELTY, RESIDUAL, CONTACT, PAYLOAD ->
                throw new IllegalArgumentException(kind + " cannot be found in one signal by itself");
        };
    }
}
