package io.sigmaprompt.headless.bench.nab;

import java.util.List;

/**
 * One series of the benchmark.
 *
 * @param path its file below the data folder, as {@code realKnownCause/nyc_taxi.csv}
 * @param stamps its times as they stand in the file, one a row
 * @param nanos the same in nanoseconds since 1970
 * @param values what was measured, one a row
 * @param windows where its anomalies are, in order
 */
public record NabSeries(String path, List<String> stamps, long[] nanos, double[] values, List<Window> windows) {
    /** The share of a series that is for learning, and the rows beyond which no more is granted. */
    private static final double PROBATION = 0.15;

    private static final int MOST_COUNTED = 5000;

    /**
     * Rows in which an anomaly may be told.
     *
     * @param first its first row
     * @param last its last row
     */
    public record Window(int first, int last) {
        public int length() {
            return last - first + 1;
        }

        public boolean holds(int row) {
            return row >= first && row <= last;
        }
    }

    public int size() {
        return values.length;
    }

    /** The folder it stands in, as {@code realKnownCause}. */
    public String group() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The file's name with its ending. */
    public String file() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The first row that is scored: 15 % of the rows, but of no more than 5000. */
    public int probation() {
        return Math.min((int) Math.floor(PROBATION * size()), (int) (PROBATION * MOST_COUNTED));
    }

    /** Whether a row lies in a window. */
    public boolean labelled(int row) {
        return windows.stream().anyMatch(window -> window.holds(row));
    }
}
