package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * How noisy measured positions and velocities are, from the measurements alone: motion is smooth, so that high differences
 * hold little but noise. The median of their magnitudes is followed step by step (Robbins, Monro, A stochastic
 * approximation method, Annals of Mathematical Statistics 22(3), 1951).
 */
public final class MeasurementNoise implements Restorable {
    private static final int DEPTH = 5;

    /** Sums of the squared coefficients of a fourth and a third difference. */
    private static final double FOURTH = 70;

    private static final double THIRD = 20;

    /** Median of |x| for x normal with unit deviation. */
    private static final double MEDIAN = 0.6745;

    private static final double RATE = 0.03;
    private static final double LEAST_POSITION = 1e-7;
    private static final double LEAST_VELOCITY = 1e-5;

    private final int n;
    private final double[][] position;
    private final double[][] velocity;
    private final double[] positionMedian;
    private final double[] velocityMedian;
    private final double[] positionVariance;
    private final double[] velocityVariance;
    private int seen;

    /** @param n driven joints */
    public MeasurementNoise(int n) {
        this.n = n;
        position = new double[DEPTH][n];
        velocity = new double[DEPTH][n];
        positionMedian = new double[n];
        velocityMedian = new double[n];
        positionVariance = new double[n];
        velocityVariance = new double[n];
    }

    /** Takes a measurement, one entry a driven joint; measurements are taken to be evenly spaced. */
    public void observe(double[] q, double[] v) {
        System.arraycopy(q, 0, position[seen % DEPTH], 0, n);
        System.arraycopy(v, 0, velocity[seen % DEPTH], 0, n);
        seen++;
        if (seen < DEPTH) {
            return;
        }
        for (int i = 0; i < n; i++) {
            double fourth = back(position, 0, i)
                    - 4 * back(position, 1, i)
                    + 6 * back(position, 2, i)
                    - 4 * back(position, 3, i)
                    + back(position, 4, i);
            double third =
                    back(velocity, 0, i) - 3 * back(velocity, 1, i) + 3 * back(velocity, 2, i) - back(velocity, 3, i);
            positionMedian[i] = followed(positionMedian[i], Math.abs(fourth), LEAST_POSITION);
            velocityMedian[i] = followed(velocityMedian[i], Math.abs(third), LEAST_VELOCITY);
            positionVariance[i] = positionMedian[i] * positionMedian[i] / (MEDIAN * MEDIAN * FOURTH);
            velocityVariance[i] = velocityMedian[i] * velocityMedian[i] / (MEDIAN * MEDIAN * THIRD);
        }
    }

    private double back(double[][] ring, int steps, int i) {
        return ring[(seen - 1 - steps) % DEPTH][i];
    }

    private double followed(double median, double value, double least) {
        if (seen == DEPTH) {
            return Math.max(least, value);
        }
        // Quick at first, so that a first value by chance does not stay for long.
        double rate = Math.max(RATE, 1.0 / (seen - DEPTH + 1));
        return Math.max(least, value > median ? median * (1 + rate) : median * (1 - rate / (1 + rate)));
    }

    /** What comes next has nothing to do with what came before; what was learnt stays. */
    public void forget() {
        if (seen < DEPTH) {
            seen = 0;
        }
    }

    /** rad² or m², one entry a driven joint; 0 until five measurements have come. Live. */
    public double[] positionVariance() {
        return positionVariance;
    }

    /** (rad/s)² or (m/s)². Live. */
    public double[] velocityVariance() {
        return velocityVariance;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putInt(seen);
        for (int k = 0; k < DEPTH; k++) {
            out.putDoubles(position[k]);
            out.putDoubles(velocity[k]);
        }
        out.putDoubles(positionMedian);
        out.putDoubles(velocityMedian);
        out.putDoubles(positionVariance);
        out.putDoubles(velocityVariance);
    }

    @Override
    public void restore(CanonicalInput in) {
        seen = in.getInt();
        for (int k = 0; k < DEPTH; k++) {
            in.getDoubles(position[k]);
            in.getDoubles(velocity[k]);
        }
        in.getDoubles(positionMedian);
        in.getDoubles(velocityMedian);
        in.getDoubles(positionVariance);
        in.getDoubles(velocityVariance);
    }
}
