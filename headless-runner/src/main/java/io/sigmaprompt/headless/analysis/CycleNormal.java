package io.sigmaprompt.headless.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is normal at each moment of a cycle that repeats: a row is held against the rows of past cycles that came about as
 * long after their cycle's beginning. Of each past cycle the nearest row counts; how far away a given share of cycles is
 * at most is what the row is told to be off. So what is usual elsewhere in the cycle is unusual here.
 */
final class CycleNormal {
    private static final int CYCLES = 60;
    private static final int LEAST_CYCLES = 6;
    /** A moment that fewer past cycles lasted until is one at which there is no normal. */
    private static final double LEAST_SHARE = 0.3;

    private record Row(double seconds, double[] values) {}

    private final double toleranceSeconds;
    private final ArrayDeque<List<Row>> past = new ArrayDeque<>();
    private List<Row> current = new ArrayList<>();
    private long began = Long.MIN_VALUE;
    private double near = Double.NaN;
    private double usual = Double.NaN;
    private boolean overdue;

    /** @param toleranceSeconds how far apart in their cycles rows may be to be held against each other */
    CycleNormal(double toleranceSeconds) {
        this.toleranceSeconds = toleranceSeconds;
    }

    /** The next row begins a cycle. */
    void begin(long nanos) {
        if (!current.isEmpty()) {
            past.addLast(current);
            current = new ArrayList<>();
            if (past.size() > CYCLES) {
                past.removeFirst();
            }
        }
        began = nanos;
    }

    /** Looks at a row, then learns it. */
    void next(long nanos, double[] values) {
        near = Double.NaN;
        usual = Double.NaN;
        overdue = false;
        if (began == Long.MIN_VALUE) {
            return;
        }
        double seconds = (nanos - began) / 1e9;
        if (past.size() >= LEAST_CYCLES) {
            judge(seconds, values);
        }
        current.add(new Row(seconds, values.clone()));
    }

    private void judge(double seconds, double[] values) {
        double[] nearest = new double[past.size()];
        int cycles = 0;
        for (List<Row> cycle : past) {
            double least = Double.POSITIVE_INFINITY;
            for (Row row : cycle) {
                if (Math.abs(row.seconds - seconds) <= toleranceSeconds) {
                    least = Math.min(least, distance(row.values, values));
                }
            }
            if (least < Double.POSITIVE_INFINITY) {
                nearest[cycles++] = least;
            }
        }
        if (cycles < LEAST_SHARE * past.size()) {
            overdue = true;
            return;
        }
        Arrays.sort(nearest, 0, cycles);
        near = nearest[cycles / 10];
        usual = nearest[Math.min(cycles - 1, 3 * cycles / 10)];
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            double off = a[i] - b[i];
            sum += Double.isNaN(off) ? 0 : off * off;
        }
        return Math.sqrt(sum);
    }

    /** How far a tenth of the past cycles is away at most; NaN where it cannot be told. */
    double near() {
        return near;
    }

    /** How far three tenths of the past cycles are away at most; NaN where it cannot be told. */
    double usual() {
        return usual;
    }

    /** Whether the cycle lasts longer than others do. */
    boolean overdue() {
        return overdue;
    }
}
