package io.sigmaprompt.bridge.novelty;

/**
 * Brings the numbers of a point to one scale: less their fading mean, over their fading standard deviation, at most ten of
 * them away. A forest cuts the longest side most often, so that without this a temperature in kelvins would be all it sees.
 */
final class RunningScale {
    private static final double MOST = 10;
    private static final double LEAST_SHARE = 1e-6;

    private final double horizon;
    private final double[] mean;
    private final double[] square;
    private double seen;

    /** @param horizon points that weigh fully */
    RunningScale(int dimensions, double horizon) {
        this.horizon = horizon;
        mean = new double[dimensions];
        square = new double[dimensions];
    }

    /** Learns a point, and writes it scaled into {@code out}. Modified: {@code out}. */
    void scale(double[] point, double[] out) {
        seen = Math.min(seen + 1, horizon);
        double share = 1 / seen;
        for (int i = 0; i < mean.length; i++) {
            double off = point[i] - mean[i];
            mean[i] += share * off;
            square[i] += share * (off * (point[i] - mean[i]) - square[i]);
            double deviation = Math.max(Math.sqrt(square[i]), LEAST_SHARE * Math.abs(mean[i]) + Double.MIN_NORMAL);
            out[i] = Math.clamp((point[i] - mean[i]) / deviation, -MOST, MOST);
        }
    }
}
