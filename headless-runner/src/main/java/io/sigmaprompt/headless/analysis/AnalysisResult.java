package io.sigmaprompt.headless.analysis;

import io.sigmaprompt.twin.port.signal.SignalGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was found in a recording.
 *
 * @param startNanos the first row, on the recording's clock
 * @param durationNanos from the first row to the last
 * @param rejected rows that could not be read
 * @param anomalies in order of time
 */
public record AnalysisResult(
        String name,
        long startNanos,
        long durationNanos,
        long rows,
        long rejected,
        List<SignalGroup> groups,
        List<Anomaly> anomalies,
        List<String> warnings) {
    /** From here on a clock is one that counts since 1970. */
    private static final long EPOCH_NANOS = 1_000_000_000L * 1_000_000_000L / 2;

    public AnalysisResult {
        groups = List.copyOf(groups);
        anomalies = List.copyOf(anomalies);
        warnings = List.copyOf(warnings);
    }

    /** How many signals were looked at. */
    public int signals() {
        return groups.stream().mapToInt(group -> group.signals().size()).sum();
    }

    /** Whether the recording's clock tells date and time. */
    public boolean dated() {
        return startNanos > EPOCH_NANOS;
    }

    /** Findings of one kind in one signal together; those with the most unusual one first, then the most frequent. */
    public List<List<Anomaly>> grouped() {
        Map<String, List<Anomaly>> byAbout = new LinkedHashMap<>();
        for (Anomaly each : anomalies) {
            byAbout.computeIfAbsent(each.about() + " by " + each.detector(), about -> new ArrayList<>())
                    .add(each);
        }
        List<List<Anomaly>> groups = new ArrayList<>(byAbout.values());
        groups.forEach(group -> group.sort(Comparator.comparingDouble(AnalysisResult::surprise)
                .reversed()
                .thenComparing(Comparator.comparingLong(AnalysisResult::length).reversed())));
        groups.sort(Comparator.comparingDouble((List<Anomaly> group) -> surprise(group.getFirst()))
                .reversed()
                .thenComparing(Comparator.comparingInt((List<Anomaly> group) -> group.size())
                        .reversed()));
        return groups;
    }

    /** The same with further findings and warnings; of two that tell the same of the same time the further one stays. */
    public AnalysisResult with(List<Anomaly> more, List<String> moreWarnings) {
        List<Anomaly> all = new ArrayList<>(anomalies);
        all.removeIf(each -> more.stream()
                .anyMatch(other ->
                        other.kind() == each.kind() && other.signal().equals(each.signal()) && other.overlaps(each)));
        all.addAll(more);
        all.sort(Comparator.comparingLong(Anomaly::fromNanos).thenComparing(Anomaly::signal));
        List<String> told = new ArrayList<>(warnings);
        moreWarnings.stream().filter(each -> !told.contains(each)).forEach(told::add);
        return new AnalysisResult(name, startNanos, durationNanos, rows, rejected, groups, all, told);
    }

    private static double surprise(Anomaly each) {
        return -Math.log10(Math.max(1e-15, 1 - each.score()));
    }

    private static long length(Anomaly each) {
        return each.toNanos() - each.fromNanos();
    }
}
