package io.sigmaprompt.headless.analysis.label;

import io.sigmaprompt.headless.analysis.WatchedRow;
import io.sigmaprompt.twin.port.signal.Signal;
import java.util.List;

/**
 * What of a row, and of the two before it, a pattern is learnt on: where each signal stands and how far that is from its
 * median, how far the row is from what is usual at this moment of the cycle, and whether anything moves. No label is in it.
 */
final class PatternFeatures {
    private static final int LAGS = 3;
    private static final int FURTHER = 5;
    /** Slower than this, rad/s or m/s, is taken for standing still. */
    private static final double STILL = 0.15;

    private final LabelledRows rows;
    private final boolean[] velocity;
    private final int width;

    PatternFeatures(LabelledRows rows) {
        this.rows = rows;
        List<Signal> signals = rows.signals();
        velocity = new boolean[signals.size()];
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] = signals.get(i).unit().equals("rad/s")
                    || signals.get(i).unit().equals("m/s");
        }
        width = 2 * velocity.length + FURTHER;
    }

    /** How many numbers there are for a row. */
    int count() {
        return LAGS * width;
    }

    /** Writes a row's numbers. Modified: {@code out}. */
    void write(int row, double[] out) {
        for (int lag = 0; lag < LAGS; lag++) {
            write(rows.row(Math.max(0, row - lag)), out, lag * width);
        }
    }

    private void write(WatchedRow row, double[] out, int at) {
        int next = at;
        for (double off : row.normal()) {
            double known = Double.isNaN(off) ? 0 : off;
            out[next++] = known;
            out[next++] = Math.log1p(Math.abs(known));
        }
        double speed = 0;
        for (int i = 0; i < velocity.length; i++) {
            double value = row.row().values()[i];
            speed = velocity[i] && !Double.isNaN(value) ? Math.max(speed, Math.abs(value)) : speed;
        }
        out[next++] = Double.isNaN(row.near()) ? 0 : Math.log1p(row.near());
        out[next++] = Double.isNaN(row.usual()) ? 0 : Math.log1p(row.usual());
        out[next++] = row.overdue() ? 1 : 0;
        out[next++] = Math.min(speed, 1);
        out[next] = speed < STILL ? 1 : 0;
    }
}
