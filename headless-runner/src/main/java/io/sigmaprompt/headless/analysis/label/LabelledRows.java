package io.sigmaprompt.headless.analysis.label;

import io.sigmaprompt.headless.analysis.WatchedRow;
import io.sigmaprompt.twin.port.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Rows with labels, kept to judge findings by them. Recordings without labels keep nothing. */
public final class LabelledRows {
    /** More rows than these do not fit into the memory of a small machine. */
    private static final int MOST_ROWS = 300_000;

    private final List<WatchedRow> rows = new ArrayList<>();
    private List<Signal> labels = List.of();
    private List<Signal> signals = List.of();
    private long left;

    /** Takes a row, if it has labels. */
    public void take(WatchedRow row) {
        List<Signal> of = row.row().group().labels();
        if (of.isEmpty()) {
            return;
        }
        if (rows.size() >= MOST_ROWS) {
            left++;
            return;
        }
        labels = of;
        signals = row.row().group().signals();
        rows.add(row);
    }

    /** The labels' names. */
    public List<String> labels() {
        return labels.stream().map(Signal::name).toList();
    }

    /** What is to be told of rows that could not be kept. */
    public List<String> warnings() {
        return left == 0
                ? List.of()
                : List.of("labels are held against findings in the first " + MOST_ROWS + " rows only, " + left
                        + " came behind them");
    }

    List<Signal> signals() {
        return signals;
    }

    int size() {
        return rows.size();
    }

    WatchedRow row(int i) {
        return rows.get(i);
    }

    long nanos(int i) {
        return rows.get(i).row().nanos();
    }

    /** A number of each row; NaN becomes 0. */
    double[] each(ToDoubleFunction<WatchedRow> number) {
        double[] all = new double[rows.size()];
        for (int i = 0; i < all.length; i++) {
            double value = number.applyAsDouble(rows.get(i));
            all[i] = Double.isNaN(value) ? 0 : value;
        }
        return all;
    }

    /** Whether a label holds at each row; where it is missing, what it said last. */
    boolean[] holds(int label) {
        boolean[] holds = new boolean[rows.size()];
        for (int i = 0; i < holds.length; i++) {
            double said = rows.get(i).row().labels()[label];
            holds[i] = Double.isNaN(said) ? i > 0 && holds[i - 1] : said > 0;
        }
        return holds;
    }

    /** Rows at which a label begins to hold. */
    static int[] onsets(boolean[] holds) {
        List<Integer> onsets = new ArrayList<>();
        for (int i = 0; i < holds.length; i++) {
            if (holds[i] && (i == 0 || !holds[i - 1])) {
                onsets.add(i);
            }
        }
        return onsets.stream().mapToInt(Integer::intValue).toArray();
    }
}
