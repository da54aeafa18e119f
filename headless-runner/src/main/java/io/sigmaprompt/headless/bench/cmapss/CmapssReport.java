package io.sigmaprompt.headless.bench.cmapss;

import io.sigmaprompt.twin.maintenance.learning.SensorSelection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bench's outcome in words and as an object. */
public final class CmapssReport {
    private CmapssReport() {}

    /** The lines to print. */
    public static List<String> lines(CmapssOutcome outcome) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d engines, %d operating condition%s; learnt from sensors %s; regression %.0f %%, similarity %.0f %%",
                outcome.table(),
                outcome.engines().size(),
                outcome.model().conditions(),
                outcome.model().conditions() == 1 ? "" : "s",
                sensors(outcome),
                100 * outcome.model().regressionShare(),
                100 - 100 * outcome.model().regressionShare()));
        lines.add(String.format(
                Locale.ROOT,
                "%-10s %6s %8s %8s %10s %10s %9s %8s",
                "",
                "cuts",
                "RMSE",
                "bias",
                "score/cut",
                "score",
                "coverage",
                "width"));
        if (outcome.folds() > 1) {
            for (int f = 0; f < outcome.folds(); f++) {
                lines.add(line("fold " + (f + 1), outcome.fold(f)));
            }
        }
        lines.add(line("all", outcome.all()));
        lines.add(line("below " + outcome.settings().cap(), outcome.belowCap()));
        lines.add(String.format(
                Locale.ROOT,
                "cycles; remaining life capped at %d; score: PHM 2008 (late costs more); intervals of %.0f %%",
                outcome.settings().cap(),
                100 * outcome.settings().coverage()));
        return lines;
    }

    /** Sensors by the data set's numbers, from 1. */
    private static String sensors(CmapssOutcome outcome) {
        return Arrays.stream(outcome.model().sensors())
                .mapToObj(sensor -> Integer.toString(sensor + 1))
                .collect(Collectors.joining(", "));
    }

    private static String line(String name, Figures figures) {
        if (figures.count() == 0) {
            return String.format(Locale.ROOT, "%-10s %6d", name, 0);
        }
        return String.format(
                Locale.ROOT,
                "%-10s %6d %8.2f %+8.2f %10.3f %10.1f %7.1f %% %8.1f",
                name,
                figures.count(),
                figures.rmse(),
                figures.bias(),
                figures.meanScore(),
                figures.sumScore(),
                100 * figures.coverage(),
                figures.width());
    }

    /** The outcome for machines. */
    public static Map<String, Object> object(CmapssOutcome outcome) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("table", outcome.table());
        object.put("engines", outcome.engines().size());
        object.put("seed", outcome.settings().seed());
        object.put("cap", outcome.settings().cap());
        object.put("intervals", outcome.settings().coverage());
        object.put("conditions", outcome.model().conditions());
        object.put("regressionShare", outcome.model().regressionShare());
        object.put(
                "sensors",
                outcome.model().ranking().stream().map(CmapssReport::sensor).toList());
        object.put(
                "learntFrom",
                Arrays.stream(outcome.model().sensors()).map(s -> s + 1).boxed().toList());
        object.put("all", outcome.all().object());
        object.put("belowCap", outcome.belowCap().object());
        if (outcome.folds() > 1) {
            object.put(
                    "folds",
                    IntStream.range(0, outcome.folds())
                            .mapToObj(f -> outcome.fold(f).object())
                            .toList());
        }
        object.put(
                "predictions",
                outcome.predictions().stream().map(CmapssReport::prediction).toList());
        return object;
    }

    private static Map<String, Object> sensor(SensorSelection sensor) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("sensor", sensor.sensor() + 1);
        object.put("monotonicity", sensor.monotonicity());
        object.put("trendability", sensor.trendability());
        object.put("prognosability", sensor.prognosability());
        return object;
    }

    private static Map<String, Object> prediction(Prediction each) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("engine", each.engine());
        object.put("fold", each.fold() + 1);
        object.put("cycle", each.cycle());
        object.put("truth", each.truth());
        object.put("told", each.told().cycles());
        object.put("low", each.told().low());
        object.put("high", each.told().high());
        return object;
    }
}
