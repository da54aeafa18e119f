package io.sigmaprompt.twin.prediction.explanation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * How much of a window's contradictions is noise, and what each of them weighs. Noise is known from the window itself, by
 * the median of second differences (what changes slowly is no noise), and from sound windows before it, by their mean
 * square.
 */
final class EvidenceNoise implements Restorable {
    /** Noise is never taken to be less than this share of a joint's greatest effort. */
    private static final double EFFORT_FLOOR = 3e-4;

    private static final double MOTION_FLOOR = 2e-4;

    /** Stands in for the effort limit of a joint that has none. */
    private static final double DEFAULT_EFFORT = 100;

    /** Median of |x| for x normal with unit deviation, times the deviation √6 of a second difference of white noise. */
    private static final double MEDIAN_OF_SECOND_DIFFERENCE = 0.6745 * 2.449489742783178;

    /** How much of what is known a sound window replaces. */
    private static final double LEARNING = 0.1;

    private final Evidence e;
    private final int n;
    private final double[] learnt;
    private final double[] scratch;

    EvidenceNoise(Evidence evidence) {
        e = evidence;
        n = e.n;
        learnt = new double[Evidence.CHANNELS * n];
        scratch = new double[e.capacity];
    }

    /** Works out the standard deviation of each channel and joint. */
    void estimate() {
        for (int c = 0; c < Evidence.CHANNELS; c++) {
            for (int i = 0; i < n; i++) {
                double limit = e.laws.effortLimit[i];
                double floor = c == Evidence.MOTION
                        ? MOTION_FLOOR
                        : EFFORT_FLOOR * (Double.isInfinite(limit) ? DEFAULT_EFFORT : limit);
                double own = secondDifference(c, i) / MEDIAN_OF_SECOND_DIFFERENCE;
                e.sigma[c * n + i] = Math.sqrt(Math.max(floor * floor, Math.max(learnt[c * n + i], own * own)));
            }
        }
    }

    private double secondDifference(int c, int i) {
        int found = 0;
        for (int k = 2; k < e.count; k++) {
            double d = e.open[e.at(k, c, i)] - 2 * e.open[e.at(k - 1, c, i)] + e.open[e.at(k - 2, c, i)];
            if (!Double.isNaN(d)) {
                scratch[found++] = Math.abs(d);
            }
        }
        if (found == 0) {
            return 0;
        }
        Arrays.sort(scratch, 0, found);
        return scratch[found / 2];
    }

    /** Gives each contradiction its weight; what cannot be told becomes 0 and weighs nothing. */
    void weigh(boolean velocityMeasured) {
        for (int k = 0; k < e.count; k++) {
            for (int i = 0; i < n; i++) {
                double loose =
                        e.laws.joints.joint(i).dynamics().friction() * Consistency.stiction(e.velocity[k * n + i]);
                double s = e.sigma[Evidence.BODY * n + i];
                double bend = bend(e.body, k, i);
                weigh(e.at(k, Evidence.BODY, i), Math.sqrt(s * s + loose * loose + bend * bend));
                weigh(e.at(k, Evidence.SERVO, i), e.sigma[Evidence.SERVO * n + i]);
                double m = e.sigma[Evidence.MOTION * n + i];
                double turn = 0.5 * bend(e.velocity, k, i);
                weigh(e.at(k, Evidence.MOTION, i), velocityMeasured ? Math.sqrt(m * m + turn * turn) : Double.NaN);
            }
        }
    }

    /** How little a sample stands for its neighbourhood where something changes within it, as in an impact. */
    private double bend(double[] of, int k, int i) {
        int middle = Math.max(1, Math.min(e.count - 2, k));
        if (e.count < 3) {
            return 0;
        }
        double bend = of[(middle + 1) * n + i] - 2 * of[middle * n + i] + of[(middle - 1) * n + i];
        return Double.isNaN(bend) ? 0 : 0.5 * bend;
    }

    private void weigh(int at, double deviation) {
        if (Double.isNaN(e.open[at]) || Double.isNaN(deviation)) {
            e.open[at] = 0;
            e.weight[at] = 0;
        } else {
            e.weight[at] = 1 / deviation;
        }
    }

    /** Learns from a window in which nothing is to be explained. */
    void learn() {
        for (int c = 0; c < Evidence.CHANNELS; c++) {
            for (int i = 0; i < n; i++) {
                double s = e.sigma[c * n + i];
                double mean = e.energy(c, i, 0, e.count) / Math.max(1, e.count) * s * s;
                learnt[c * n + i] += LEARNING * (mean - learnt[c * n + i]);
            }
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(learnt);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(learnt);
    }
}
