package io.sigmaprompt.twin.telemetry.ingest;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * The line below points whose heights above it are one-sided noise. Least values of many draws are exponentially
 * distributed above their bound, whatever was drawn, so the points' likelihood under a line {@code c + b (x - mean)} is
 * exp(n c / s) where no point lies below it, and nothing elsewhere; s is the mean height. What is told is the mean and
 * covariance of that posterior under a flat prior, in closed form: for each slope the line may rise until it touches the
 * corner of the points' lower hull that this slope belongs to, so that the posterior is an exponential between any two
 * slopes of the hull's edges. (Its peak is the linear program of Moon, Skelly and Towsley, Estimation and removal of clock
 * skew from network delay measurements, INFOCOM 1999.)
 *
 * <p>A point further below all others than {@link #OUTLIER_SCALES} of their mean heights is left out: no delay makes it,
 * a wrong time stamp does.
 */
final class EnvelopeLine implements Restorable {
    private static final int MOST = ClockFit.BLOCKS;
    private static final double OUTLIER_SCALES = 8;
    private static final double OUTLIER_FLOOR = 20e-6;
    /** Heights count up to this share of the points; those of a congested wire's stretches are only known to be higher. */
    private static final double COUNTED_SHARE = 0.75;
    /**
     * Share of the mean height by which the bound may lie elsewhere than exponential heights say: where hardly any frame
     * takes the least way, as over two queues, the least values of few draws are not yet exponential.
     */
    private static final double LAW_DOUBT = 0.4;
    /** No clock is read more finely than that, s. */
    private static final double RESOLUTION = 1e-6;

    private final double[] px = new double[MOST];
    private final double[] py = new double[MOST];
    private final int[] origin = new int[MOST];
    private final int[] hull = new int[MOST];
    private final double[] heights = new double[MOST];
    private final EnvelopePosterior moments = new EnvelopePosterior();
    private int n;
    private int corners;
    private boolean known;
    private double mean;
    private double value;
    private double slope;
    private double valueVariance;
    private double slopeVariance;
    private double covariance;
    private int outliersAtEnd;

    /** Lays the line below the first {@code count} points, whose x ascend. */
    void fit(double[] x, double[] y, int count) {
        System.arraycopy(x, 0, px, 0, count);
        System.arraycopy(y, 0, py, 0, count);
        for (int i = 0; i < count; i++) {
            origin[i] = i;
        }
        n = count;
        outliersAtEnd = 0;
        layBelow();
        int spare = count / 4;
        while (spare-- > 0 && leaveOutAnOutlier()) {
            layBelow();
        }
        outliersAtEnd = count - 1 - origin[n - 1];
        tellPosterior();
        known = true;
    }

    /** The peak of the posterior: hull, the edge of it below the mean, and the points' heights above that edge. */
    private void layBelow() {
        lowerHull();
        mean = 0;
        for (int i = 0; i < n; i++) {
            mean += px[i] / n;
        }
        int right = 1;
        while (right < corners - 1 && px[hull[right]] < mean) {
            right++;
        }
        int a = hull[right - 1];
        int b = hull[right];
        slope = (py[b] - py[a]) / (px[b] - px[a]);
        value = py[a] + slope * (mean - px[a]);
    }

    private void lowerHull() {
        corners = 0;
        for (int i = 0; i < n; i++) {
            while (corners >= 2 && !turnsUp(hull[corners - 2], hull[corners - 1], i)) {
                corners--;
            }
            hull[corners++] = i;
        }
    }

    private boolean turnsUp(int a, int b, int c) {
        return (py[b] - py[a]) * (px[c] - px[b]) < (py[c] - py[b]) * (px[b] - px[a]);
    }

    private double height(int i) {
        return py[i] - value - slope * (px[i] - mean);
    }

    /** Mean height, those above the counted share taken as known only to be higher (a censored sample's estimate). */
    private double scale() {
        for (int i = 0; i < n; i++) {
            heights[i] = Math.max(0, height(i));
        }
        InsertionSort.sort(heights, n);
        int counted = Math.max(3, (int) Math.ceil(COUNTED_SHARE * n));
        double sum = (n - counted) * heights[counted - 1];
        for (int i = 0; i < counted; i++) {
            sum += heights[i];
        }
        return Math.max(RESOLUTION, sum / (counted - 2));
    }

    /** Tries the line without each corner that carries it; a corner far below the line of the others was no delay. */
    private boolean leaveOutAnOutlier() {
        if (n <= ClockFit.FEWEST) {
            return false;
        }
        int right = 1;
        while (right < corners - 1 && px[hull[right]] < mean) {
            right++;
        }
        int a = hull[right - 1];
        int b = hull[right];
        return isOutlier(a) || isOutlier(b);
    }

    private boolean isOutlier(int i) {
        double outX = px[i];
        double outY = py[i];
        int outOrigin = origin[i];
        System.arraycopy(px, i + 1, px, i, n - i - 1);
        System.arraycopy(py, i + 1, py, i, n - i - 1);
        System.arraycopy(origin, i + 1, origin, i, n - i - 1);
        n--;
        layBelow();
        double below = value + slope * (outX - mean) - outY;
        if (below > OUTLIER_FLOOR + OUTLIER_SCALES * scale()) {
            return true;
        }
        System.arraycopy(px, i, px, i + 1, n - i);
        System.arraycopy(py, i, py, i + 1, n - i);
        System.arraycopy(origin, i, origin, i + 1, n - i);
        px[i] = outX;
        py[i] = outY;
        origin[i] = outOrigin;
        n++;
        layBelow();
        return false;
    }

    private void tellPosterior() {
        double s = scale();
        double sharpness = n / s;
        moments.clear();
        for (int k = 0; k < corners; k++) {
            int at = hull[k];
            double from = k == 0 ? Double.NEGATIVE_INFINITY : edge(hull[k - 1], at);
            double to = k == corners - 1 ? Double.POSITIVE_INFINITY : edge(at, hull[k + 1]);
            moments.add(height(at), px[at] - mean, sharpness, from, to);
        }
        double doubt = LAW_DOUBT * s;
        double span = px[n - 1] - px[0];
        slopeVariance = moments.slopeVariance() + doubt * doubt / (span * span);
        covariance = moments.covariance();
        valueVariance = moments.valueVariance() + 1 / (sharpness * sharpness) + doubt * doubt;
        value += moments.meanValue() - 1 / sharpness;
        slope += moments.meanSlope();
    }

    /** Slope of a hull's edge, less that of the line. */
    private double edge(int a, int b) {
        return (height(b) - height(a)) / (px[b] - px[a]);
    }

    void forget() {
        known = false;
        slope = 0;
        outliersAtEnd = 0;
    }

    boolean known() {
        return known;
    }

    /** How many of the last points were left out. */
    int outliersAtEnd() {
        return outliersAtEnd;
    }

    double slope() {
        return slope;
    }

    double slopeSigma() {
        return Math.sqrt(slopeVariance);
    }

    double valueAt(double x) {
        return value + slope * (x - mean);
    }

    double sigmaAt(double x) {
        double d = x - mean;
        return Math.sqrt(Math.max(0, valueVariance + 2 * d * covariance + d * d * slopeVariance));
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putBoolean(known);
        out.putDouble(mean);
        out.putDouble(value);
        out.putDouble(slope);
        out.putDouble(valueVariance);
        out.putDouble(slopeVariance);
        out.putDouble(covariance);
        out.putInt(outliersAtEnd);
    }

    @Override
    public void restore(CanonicalInput in) {
        known = in.getBoolean();
        mean = in.getDouble();
        value = in.getDouble();
        slope = in.getDouble();
        valueVariance = in.getDouble();
        slopeVariance = in.getDouble();
        covariance = in.getDouble();
        outliersAtEnd = in.getInt();
    }
}
