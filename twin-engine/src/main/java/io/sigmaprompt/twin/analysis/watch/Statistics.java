package io.sigmaprompt.twin.analysis.watch;

import io.sigmaprompt.twin.analysis.stream.HampelStatistic;
import io.sigmaprompt.twin.analysis.stream.RateStatistic;
import io.sigmaprompt.twin.analysis.stream.Statistic;
import io.sigmaprompt.twin.record.FindingRecord.Kind;
import java.util.ArrayList;
import java.util.List;

/** Which statistics look for which kind. */
final class Statistics {
    private Statistics() {}

    static List<Statistic> of(Signal signal, WatchSettings settings) {
        List<Statistic> statistics = new ArrayList<>();
        for (Kind kind : settings.kinds()) {
            statistics.addAll(of(kind, signal));
        }
        return statistics;
    }

    private static List<Statistic> of(Kind kind, Signal signal) {
        return switch (kind) {
            case SPIKE -> List.of(new HampelStatistic(signal.floor()));
            case RATE -> List.of(new RateStatistic(signal.rateLimit()));
            default -> List.of();
        };
    }
}
