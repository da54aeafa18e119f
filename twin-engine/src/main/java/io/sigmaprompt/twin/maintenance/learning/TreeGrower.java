package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.Arrays;

/**
 * Grows regression trees on binned features, each split where the sum of squares falls most (Breiman, Friedman, Olshen,
 * Stone, Classification and Regression Trees, 1984; the histograms as in LightGBM, Ke et al., NIPS 2017).
 */
final class TreeGrower {
    /** Pulls a leaf's value to 0 as so many rows of value 0 would. */
    private static final double SHRINKAGE = 5;

    private final BinnedFeatures table;
    private final int depth;
    private final int leastRows;
    private final double featureShare;
    private final NoiseStream draws;
    private final double[] sums = new double[BinnedFeatures.BINS];
    private final int[] counts = new int[BinnedFeatures.BINS];
    private final int[] order;
    private final int[] spare;
    private final boolean[] offered;

    private final int[] feature;
    private final double[] threshold;
    private final int[] left;
    private final double[] value;
    private int nodes;

    TreeGrower(BinnedFeatures table, int depth, int leastRows, double featureShare, NoiseStream draws) {
        this.table = table;
        this.depth = depth;
        this.leastRows = leastRows;
        this.featureShare = featureShare;
        this.draws = draws;
        order = new int[table.rows];
        spare = new int[table.rows];
        offered = new boolean[table.features()];
        int most = (2 << depth) + 1;
        feature = new int[most];
        threshold = new double[most];
        left = new int[most];
        value = new double[most];
    }

    /**
     * A tree that fits {@code target}.
     *
     * @param rows which rows take part; their first {@code count} entries
     */
    RegressionTree grow(double[] target, int[] rows, int count) {
        System.arraycopy(rows, 0, order, 0, count);
        for (int f = 0; f < offered.length; f++) {
            offered[f] = draws.uniform() < featureShare;
        }
        Arrays.fill(left, 0);
        nodes = 1;
        split(0, 0, count, 0, target);
        return new RegressionTree(
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(threshold, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(value, nodes));
    }

    private void split(int node, int from, int to, int level, double[] target) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += target[order[i]];
        }
        int count = to - from;
        value[node] = sum / (count + SHRINKAGE);
        if (level == depth || count < 2 * leastRows) {
            return;
        }
        double best = sum * sum / (count + SHRINKAGE) + 1e-12;
        int bestFeature = -1;
        int bestBin = 0;
        for (int f = 0; f < offered.length; f++) {
            if (!offered[f] || table.edges[f].length == 0) {
                continue;
            }
            histogram(f, from, to, target);
            double leftSum = 0;
            int leftCount = 0;
            for (int b = 0; b < table.edges[f].length; b++) {
                leftSum += sums[b];
                leftCount += counts[b];
                int rightCount = count - leftCount;
                if (leftCount < leastRows || rightCount < leastRows) {
                    continue;
                }
                double rightSum = sum - leftSum;
                double gain =
                        leftSum * leftSum / (leftCount + SHRINKAGE) + rightSum * rightSum / (rightCount + SHRINKAGE);
                if (gain > best) {
                    best = gain;
                    bestFeature = f;
                    bestBin = b;
                }
            }
        }
        if (bestFeature < 0) {
            return;
        }
        feature[node] = bestFeature;
        threshold[node] = table.edges[bestFeature][bestBin];
        int child = nodes;
        nodes += 2;
        left[node] = child;
        int middle = partition(bestFeature, bestBin, from, to);
        split(child, from, middle, level + 1, target);
        split(child + 1, middle, to, level + 1, target);
    }

    private void histogram(int f, int from, int to, double[] target) {
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        byte[] bins = table.bins[f];
        for (int i = from; i < to; i++) {
            int row = order[i];
            int bin = bins[row];
            sums[bin] += target[row];
            counts[bin]++;
        }
    }

    /** Sorts the rows of a node into those up to the bin and those above; returns where the latter begin. */
    private int partition(int f, int bin, int from, int to) {
        byte[] bins = table.bins[f];
        int low = from;
        int high = 0;
        for (int i = from; i < to; i++) {
            int row = order[i];
            if (bins[row] <= bin) {
                order[low++] = row;
            } else {
                spare[high++] = row;
            }
        }
        System.arraycopy(spare, 0, order, low, high);
        return low;
    }
}
