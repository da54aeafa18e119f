package io.sigmaprompt.headless.bench.nab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tells what detectors earn, to people and to programs. */
public final class NabReport {
    /** So many names are told of those that are not there. */
    private static final int MOST_NAMES = 5;

    private final NabCorpus corpus;
    private final List<NabRun> runs;

    /**
     * A report.
     *
     * @param runs of one corpus
     */
    public NabReport(NabCorpus corpus, List<NabRun> runs) {
        this.corpus = corpus;
        this.runs = runs;
    }

    /** What of the folder is not scored. */
    public static List<String> warnings(NabCorpus corpus) {
        List<String> warnings = new ArrayList<>();
        corpus.unlabelled().forEach(path -> warnings.add("data/" + path + " has no labels and is not scored"));
        if (!corpus.absent().isEmpty()) {
            int told = Math.min(MOST_NAMES, corpus.absent().size());
            warnings.add("the labels name " + corpus.absent().size() + " series that are not there: "
                    + String.join(", ", corpus.absent().subList(0, told))
                    + (told < corpus.absent().size() ? ", …" : ""));
        }
        return warnings;
    }

    /** The figures. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d series, %d rows, %d windows; score 0: nothing detected, 100: everything at once",
                corpus.series().size(),
                rows(),
                windows()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %-20s %7s %10s %6s %7s %13s",
                "detector",
                "profile",
                "score",
                "threshold",
                "found",
                "missed",
                "false alarms"));
        for (NabRun run : runs) {
            for (NabProfile profile : NabProfile.values()) {
                NabOutcome outcome = run.outcome(profile);
                lines.add(String.format(
                        Locale.ROOT,
                        "%-20s %-20s %7.1f %10.6f %6d %7d %13d",
                        profile == NabProfile.STANDARD ? run.detector() : "",
                        profile.label(),
                        outcome.score(),
                        outcome.threshold(),
                        outcome.found(),
                        outcome.missed(),
                        outcome.falseAlarms()));
            }
            if (!Double.isNaN(run.leftOut())) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-20s %-20s %7.1f  threshold of the other series",
                        "",
                        "standard",
                        run.leftOut()));
            }
        }
        groups(lines);
        return lines;
    }

    private void groups(List<String> lines) {
        lines.add("");
        StringBuilder head =
                new StringBuilder(String.format(Locale.ROOT, "%-26s %7s", "standard, by group", "windows"));
        runs.forEach(run -> head.append(String.format(Locale.ROOT, " %20s", run.detector())));
        lines.add(head.toString());
        Map<String, Integer> windows = new TreeMap<>();
        corpus.series()
                .forEach(
                        series -> windows.merge(series.group(), series.windows().size(), Integer::sum));
        windows.forEach((group, count) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-26s %7d", group, count));
            for (NabRun run : runs) {
                line.append(String.format(Locale.ROOT, " %20s", group(run, group, count)));
            }
            lines.add(line.toString());
        });
    }

    /** Found of all windows, and false alarms. */
    private static String group(NabRun run, String group, int windows) {
        int found = 0;
        int falseAlarms = 0;
        for (NabOutcome.OfSeries one : run.standard().series()) {
            if (one.series().group().equals(group)) {
                found += one.found();
                falseAlarms += one.falseAlarms();
            }
        }
        return found + " of " + windows + ", " + falseAlarms + " false";
    }

    private int rows() {
        return corpus.series().stream().mapToInt(NabSeries::size).sum();
    }

    private int windows() {
        return corpus.series().stream()
                .mapToInt(series -> series.windows().size())
                .sum();
    }

    /** All of it. */
    public Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("bench", "nab");
        object.put("series", corpus.series().size());
        object.put("rows", rows());
        object.put("windows", windows());
        object.put("warnings", warnings(corpus));
        object.put("detectors", runs.stream().map(NabReport::detector).toList());
        return object;
    }

    private static Map<String, Object> detector(NabRun run) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("detector", run.detector());
        object.put("parameters", run.parameters());
        Map<String, Object> profiles = new LinkedHashMap<>();
        for (NabProfile profile : NabProfile.values()) {
            NabOutcome outcome = run.outcome(profile);
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("score", finite(outcome.score()));
            one.put("raw", outcome.raw());
            one.put("threshold", outcome.threshold());
            one.put("found", outcome.found());
            one.put("missed", outcome.missed());
            one.put("falseAlarms", outcome.falseAlarms());
            profiles.put(profile.label(), one);
        }
        object.put("profiles", profiles);
        object.put("standardWithThresholdOfTheOthers", finite(run.leftOut()));
        object.put(
                "series",
                run.standard().series().stream().map(NabReport::series).toList());
        return object;
    }

    private static Map<String, Object> series(NabOutcome.OfSeries one) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("path", one.series().path());
        object.put("windows", one.series().windows().size());
        object.put("raw", one.raw());
        object.put("found", one.found());
        object.put("missed", one.missed());
        object.put("falseAlarms", one.falseAlarms());
        object.put(
                "detections",
                one.detections().stream()
                        .map(row -> one.series().stamps().get(row))
                        .toList());
        return object;
    }

    /** JSON knows no NaN: there is no score where there are no windows. */
    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
