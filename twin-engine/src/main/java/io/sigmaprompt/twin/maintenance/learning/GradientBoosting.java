package io.sigmaprompt.twin.maintenance.learning;

import io.sigmaprompt.physics.sensor.NoiseStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Stochastic gradient boosting of regression trees for squared error (Friedman, "Stochastic gradient boosting",
 * Computational Statistics & Data Analysis 38, 2002): each tree fits what those before it left, on a drawn part of the
 * rows.
 */
final class GradientBoosting {
    private final double base;
    private final double rate;
    private final List<RegressionTree> trees;

    private GradientBoosting(double base, double rate, List<RegressionTree> trees) {
        this.base = base;
        this.rate = rate;
        this.trees = trees;
    }

    /**
     * Learns from a table.
     *
     * @param table rows x features
     * @param target what each row's features are to tell
     */
    static GradientBoosting of(double[][] table, double[] target, LearningSettings settings, NoiseStream draws) {
        BinnedFeatures bins = new BinnedFeatures(table);
        TreeGrower grower =
                new TreeGrower(bins, settings.depth(), settings.leastRows(), settings.featureShare(), draws);
        double base = Arrays.stream(target).sum() / target.length;
        double[] left = new double[target.length];
        for (int r = 0; r < left.length; r++) {
            left[r] = target[r] - base;
        }
        int[] rows = new int[target.length];
        List<RegressionTree> trees = new ArrayList<>();
        for (int t = 0; t < settings.trees(); t++) {
            int count = 0;
            for (int r = 0; r < target.length; r++) {
                if (draws.uniform() < settings.rowShare()) {
                    rows[count++] = r;
                }
            }
            RegressionTree tree = grower.grow(left, rows, count);
            trees.add(tree);
            for (int r = 0; r < left.length; r++) {
                left[r] -= settings.rate() * tree.at(table[r]);
            }
        }
        return new GradientBoosting(base, settings.rate(), trees);
    }

    double at(double[] features) {
        double sum = 0;
        for (RegressionTree tree : trees) {
            sum += tree.at(features);
        }
        return base + rate * sum;
    }
}
