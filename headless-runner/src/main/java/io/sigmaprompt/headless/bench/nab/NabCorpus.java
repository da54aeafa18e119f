package io.sigmaprompt.headless.bench.nab;

import io.sigmaprompt.headless.dynamics.JsonDocument;
import io.sigmaprompt.headless.dynamics.JsonDocument.Value;
import io.sigmaprompt.physics.model.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * All series of a folder in the benchmark's layout: {@code data/GROUP/NAME.csv} and
 * {@code labels/combined_windows.json}.
 *
 * @param series those with labels, by path
 * @param unlabelled paths of those that the labels do not name; they are not scored
 * @param absent paths that the labels name and that are not there
 */
public record NabCorpus(List<NabSeries> series, List<String> unlabelled, List<String> absent) {
    private static final String LABELS = "labels/combined_windows.json";

    /**
     * Reads a folder.
     *
     * @throws BadInputException naming file and line of what is wrong
     */
    public static NabCorpus read(Path folder) {
        Path data = folder.resolve("data");
        Path labels = folder.resolve(LABELS);
        if (!Files.isDirectory(data)) {
            throw new BadInputException(
                    folder.toString(),
                    "expected a folder 'data' in it, found none",
                    "Name the benchmark's own folder.");
        }
        if (!Files.isRegularFile(labels)) {
            throw new BadInputException(
                    labels.toString(),
                    "expected the benchmark's labels, found no such file",
                    "It comes with the benchmark; nothing can be scored without it.");
        }
        Map<String, Value> windows = JsonDocument.read(labels).fields("the labels");
        List<NabSeries> series = new ArrayList<>();
        List<String> unlabelled = new ArrayList<>();
        TreeSet<String> absent = new TreeSet<>(windows.keySet());
        for (Path file : files(data)) {
            String path = data.relativize(file).toString().replace('\\', '/');
            Value given = windows.get(path);
            absent.remove(path);
            if (given == null) {
                unlabelled.add(path);
            } else {
                series.add(labelled(NabSeriesFile.read(file, path), given));
            }
        }
        if (series.isEmpty()) {
            throw new BadInputException(
                    data.toString(),
                    "expected series that " + labels + " names, found none"
                            + (unlabelled.isEmpty() ? "" : " among " + unlabelled.size() + " files"),
                    "A series is data/GROUP/NAME.csv; its label has the key GROUP/NAME.csv.");
        }
        return new NabCorpus(List.copyOf(series), List.copyOf(unlabelled), List.copyOf(absent));
    }

    private static List<Path> files(Path data) {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NabSeries labelled(NabSeries series, Value given) {
        List<NabSeries.Window> windows = new ArrayList<>();
        for (Value each : given.items("the windows of " + series.path())) {
            List<Value> limits = each.items("a window");
            if (limits.size() != 2) {
                throw new BadInputException(
                        each.place(),
                        "expected first and last time of a window, found " + limits.size() + " times",
                        "Write [\"first\", \"last\"].");
            }
            int first = first(series, nanos(limits.get(0)));
            int last = last(series, nanos(limits.get(1)));
            int after = windows.isEmpty() ? 0 : windows.getLast().last() + 1;
            if (first > last || first < after) {
                throw new BadInputException(
                        each.place(),
                        "expected a window that holds rows of " + series.path() + " and follows the one before, found "
                                + limits.get(0).text("a window") + " to "
                                + limits.get(1).text("a window"),
                        "Labels and series must be of the same release of the benchmark.");
            }
            windows.add(new NabSeries.Window(first, last));
        }
        return new NabSeries(series.path(), series.stamps(), series.nanos(), series.values(), List.copyOf(windows));
    }

    private static long nanos(Value limit) {
        return NabSeriesFile.nanos(limit.text("a window's limit"), limit.place());
    }

    /** The first row of that very time, or else the first after it. */
    private static int first(NabSeries series, long nanos) {
        int row = 0;
        while (row < series.size() && series.nanos()[row] < nanos) {
            row++;
        }
        return row;
    }

    /** The first row of that very time, or else the last before the first that is later. */
    private static int last(NabSeries series, long nanos) {
        int row = 0;
        while (row < series.size() && series.nanos()[row] < nanos) {
            row++;
        }
        boolean exact = row < series.size() && series.nanos()[row] == nanos;
        return exact ? row : row - 1;
    }
}
