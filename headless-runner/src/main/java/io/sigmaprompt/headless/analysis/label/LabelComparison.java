package io.sigmaprompt.headless.analysis.label;

import io.sigmaprompt.headless.analysis.WatchedRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Holds alarms against labels. Whatever is chosen, thresholds, the best detector, weights and penalties, is chosen on the
 * first half of the rows; the second is only ever judged.
 */
public final class LabelComparison {
    private static final int LEAST_ONSETS = 3;
    private static final int DRAWS = 500;

    private final LabelledRows rows;
    private final double toleranceSeconds;
    private final Alarms alarms;
    private final int split;

    /** @param toleranceSeconds how far from an onset, before or behind it, an alarm counts as right */
    public LabelComparison(LabelledRows rows, double toleranceSeconds) {
        this.rows = rows;
        this.toleranceSeconds = toleranceSeconds;
        alarms = new Alarms(rows, toleranceSeconds);
        split = rows.size() / 2;
    }

    /** A report for each label. */
    public List<LabelReport> reports() {
        List<LabelReport> reports = new ArrayList<>();
        for (int label = 0; label < rows.labels().size(); label++) {
            reports.add(report(label));
        }
        return reports;
    }

    private LabelReport report(int label) {
        boolean[] holds = rows.holds(label);
        int[] onsets = LabelledRows.onsets(holds);
        String name = rows.labels().get(label);
        long before = Arrays.stream(onsets).filter(i -> i < split).count();
        if (before < LEAST_ONSETS || before == onsets.length) {
            String note = onsets.length + " onsets, " + before
                    + " of them in the first half: too few to choose thresholds by " + LEAST_ONSETS
                    + " and judge them on others";
            return new LabelReport(name, toleranceSeconds, onsets.length, List.of(), List.of(), note);
        }
        List<LabelReport.Method> methods = new ArrayList<>();
        double[] pattern = new OnsetPattern(rows, holds, split).scores(alarms, onsets);
        LabelReport.Method learnt = method("pattern learnt on the first half", pattern, onsets);
        methods.add(learnt);
        methods.add(bestDetector(onsets));
        methods.add(method(largestName(), largest(), onsets));
        methods.add(random(learnt.second().alarms(), onsets));
        int[] raised = alarms.of(pattern, learnt.threshold(), split, rows.size());
        return new LabelReport(
                name,
                toleranceSeconds,
                onsets.length,
                methods,
                Arrays.stream(raised)
                        .mapToObj(i -> new LabelReport.Alarm(rows.nanos(i), pattern[i]))
                        .toList(),
                "");
    }

    private LabelReport.Method method(String name, double[] scores, int[] onsets) {
        double threshold = alarms.best(scores, onsets, 0, split);
        return new LabelReport.Method(
                name,
                threshold,
                alarms.judge(alarms.of(scores, threshold, 0, split), onsets, 0, split),
                alarms.judge(alarms.of(scores, threshold, split, rows.size()), onsets, split, rows.size()));
    }

    /** The detector, among those that know nothing of labels, that does best on the first half. */
    private LabelReport.Method bestDetector(int[] onsets) {
        Map<String, double[]> scores = new LinkedHashMap<>();
        scores.put("detectors of single signals", surprise(rows.each(WatchedRow::signals)));
        scores.put("random cut forest", surprise(rows.each(WatchedRow::forest)));
        scores.put("moment of the cycle", surprise(rows.each(WatchedRow::cycle)));
        scores.put("cycles that do not end", rows.each(row -> row.overdue() ? 1 : 0));
        LabelReport.Method best = null;
        for (Map.Entry<String, double[]> each : scores.entrySet()) {
            LabelReport.Method method = method(each.getKey() + ", knows no labels", each.getValue(), onsets);
            best = best == null || method.first().f1() > best.first().f1() ? method : best;
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static double[] surprise(double[] scores) {
        return Arrays.stream(scores)
                .map(each -> -Math.log10(Math.max(1e-12, 1 - each)))
                .toArray();
    }

    private boolean hasCurrents() {
        return rows.signals().stream().anyMatch(signal -> signal.unit().equals("A"));
    }

    private String largestName() {
        return hasCurrents() ? "threshold on the largest current" : "threshold on the largest deviation";
    }

    private double[] largest() {
        boolean currents = hasCurrents();
        return rows.each(row -> {
            double most = 0;
            for (int i = 0; i < row.normal().length; i++) {
                boolean counts = !currents || rows.signals().get(i).unit().equals("A");
                double value = currents ? row.row().values()[i] : row.normal()[i];
                most = counts && !Double.isNaN(value) ? Math.max(most, Math.abs(value)) : most;
            }
            return most;
        });
    }

    /** As many alarms at random rows, on the average of many draws. */
    private LabelReport.Method random(int count, int[] onsets) {
        SplittableRandom random = new SplittableRandom(42);
        int known = (int) Arrays.stream(onsets).filter(i -> i >= split).count();
        int right = 0;
        int found = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            int[] at = new int[count];
            for (int i = 0; i < count; i++) {
                at[i] = random.nextInt(split, rows.size());
            }
            Arrays.sort(at);
            Judgement one = alarms.judge(at, onsets, split, rows.size());
            right += one.right();
            found += one.found();
        }
        return new LabelReport.Method(
                "as many alarms at random, on the average",
                Double.NaN,
                new Judgement(0, 0, 0, List.of()),
                average(count, (double) right / DRAWS, known, (double) found / DRAWS));
    }

    /** Rounded to whole alarms and onsets; at random there are no delays worth telling. */
    private static Judgement average(int count, double right, int onsets, double found) {
        List<Double> delays = new ArrayList<>();
        for (int i = 0; i < onsets; i++) {
            delays.add(i < Math.round(found) ? 0.0 : Double.NaN);
        }
        return new Judgement(count, (int) Math.round(right), onsets, delays);
    }
}
