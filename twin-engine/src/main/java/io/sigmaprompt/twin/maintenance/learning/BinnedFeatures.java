package io.sigmaprompt.twin.maintenance.learning;

import java.util.Arrays;

/** A table of features cut into bins of about equally many rows, so that a tree tries few thresholds. */
final class BinnedFeatures {
    static final int BINS = 48;

    /** Features x rows: the bin of each value. */
    final byte[][] bins;

    /** Features x (bins - 1): a value belongs to the first bin whose edge is not below it. */
    final double[][] edges;

    final int rows;

    /**
     * Bins of a table.
     *
     * @param table rows x features
     */
    BinnedFeatures(double[][] table) {
        rows = table.length;
        int features = table[0].length;
        bins = new byte[features][rows];
        edges = new double[features][];
        for (int f = 0; f < features; f++) {
            double[] sorted = new double[rows];
            for (int r = 0; r < rows; r++) {
                sorted[r] = table[r][f];
            }
            Arrays.sort(sorted);
            edges[f] = edges(sorted);
            for (int r = 0; r < rows; r++) {
                bins[f][r] = (byte) bin(edges[f], table[r][f]);
            }
        }
    }

    int features() {
        return bins.length;
    }

    private static double[] edges(double[] sorted) {
        double[] edges = new double[BINS - 1];
        int count = 0;
        for (int b = 1; b < BINS; b++) {
            int at = (int) ((long) b * sorted.length / BINS);
            double edge = at == 0 ? sorted[0] : (sorted[at - 1] + sorted[at]) / 2;
            if (edge < sorted[sorted.length - 1] && (count == 0 || edge > edges[count - 1])) {
                edges[count++] = edge;
            }
        }
        return Arrays.copyOf(edges, count);
    }

    private static int bin(double[] edges, double value) {
        int low = 0;
        int high = edges.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value <= edges[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
