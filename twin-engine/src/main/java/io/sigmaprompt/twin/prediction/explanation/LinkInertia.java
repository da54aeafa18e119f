package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.record.ExplanationRecord.Kind;

/**
 * A body with another mass than the model says: all its inertial parameters by one factor, or a load at a point of it.
 * Linear by the regressor.
 */
final class LinkInertia extends Hypothesis {

    private final Regressors regressors;
    private final int column;
    private final Chain chain;
    private final boolean load;
    private final double mass;
    private final double most;
    private final double[] squares;
    private final double[] products;
    private double factor;
    private int onset;

    /**
     * @param column the column of the regressors that it takes
     * @param most kilograms that no body gains more than
     */
    LinkInertia(Regressors regressors, int column, double most, int capacity) {
        super(Kind.PARAMETER_DRIFT, regressors.column(column).place());
        this.regressors = regressors;
        this.column = column;
        chain = regressors.column(column).chain();
        load = regressors.column(column).load();
        mass = regressors.column(column).mass();
        this.most = most;
        squares = new double[capacity + 1];
        products = new double[capacity + 1];
    }

    @Override
    void fit(Evidence e) {
        gain = 0;
        if (!chain.suspicious(e)) {
            return;
        }
        regressors.update(e, column);
        squares[e.count] = 0;
        products[e.count] = 0;
        double best = 0;
        onset = 0;
        for (int k = e.count - 1; k >= 0; k--) {
            double xx = 0;
            double xy = 0;
            for (int p = 0; p < chain.length(); p++) {
                int at = e.at(k, Evidence.BODY, chain.joint(p));
                double w = e.weight[at] * e.weight[at];
                double x = regressors.get(column, k, p);
                xx += w * x * x;
                xy += w * x * e.open[at];
            }
            squares[k] = squares[k + 1] + xx;
            products[k] = products[k + 1] + xy;
            double found = squares[k] > 0 ? products[k] * products[k] / squares[k] : 0;
            double price = k > 0 ? 12 : 0;
            if (found - price > best) {
                best = found - price;
                onset = k;
            }
        }
        gain = best;
        parameters = onset > 0 ? 2 : 1;
        if (best > 0) {
            factor = products[onset] / squares[onset];
            double added = load ? factor : factor * mass;
            if (added < -mass || added > most) {
                // No body weighs less than nothing, and none here more than the whole robot.
                gain = 0;
            }
            value = load ? factor : factor * mass;
            sigma = (load ? 1 : mass) / Math.sqrt(squares[onset]);
        }
    }

    @Override
    void remove(Evidence e, double[] part) {
        for (int k = onset; k < e.count; k++) {
            for (int p = 0; p < chain.length(); p++) {
                double all = factor * regressors.get(column, k, p);
                int joint = chain.joint(p);
                e.open[e.at(k, Evidence.BODY, joint)] -= all;
                if (k == e.count - 1) {
                    part[joint] += all;
                }
            }
        }
    }

    @Override
    String unit() {
        return "kg";
    }

    @Override
    String text() {
        return load
                ? place + number(" carries %+.2f ± %.2f kg beyond the model", value, sigma)
                : "the mass of " + place + number(" is %+.2f ± %.2f kg beyond the model's", value, sigma);
    }
}
