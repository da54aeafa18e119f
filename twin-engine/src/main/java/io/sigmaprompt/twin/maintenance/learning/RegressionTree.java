package io.sigmaprompt.twin.maintenance.learning;

/** A binary tree with a number at each leaf; node 0 is the root, children stand side by side. */
final class RegressionTree {
    private final int[] feature;
    private final double[] threshold;
    private final int[] left;
    private final double[] value;

    /**
     * A tree in arrays.
     *
     * @param left the node for values up to the threshold, the next one for those above; 0 at a leaf
     */
    RegressionTree(int[] feature, double[] threshold, int[] left, double[] value) {
        this.feature = feature;
        this.threshold = threshold;
        this.left = left;
        this.value = value;
    }

    double at(double[] features) {
        int node = 0;
        while (left[node] != 0) {
            node = features[feature[node]] <= threshold[node] ? left[node] : left[node] + 1;
        }
        return value[node];
    }
}
