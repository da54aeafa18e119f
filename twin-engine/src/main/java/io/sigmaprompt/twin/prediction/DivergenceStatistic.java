package io.sigmaprompt.twin.prediction;

import io.sigmaprompt.physics.actuator.servo.ServoGains;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Whether robot and prediction are further apart than they must be: the divergence d of a joint's position and velocity
 * against its covariance, the normalised innovation squared {@code dᵀ·S⁻¹·d} (Bar-Shalom, Li, Kirubarajan, Estimation with
 * Applications to Tracking and Navigation, 2001, section 5.4), chi-square with two degrees of freedom for a joint. Their sum is
 * that of the whole; as joints are not quite independent, it is scaled and given the degrees of freedom that fit its mean
 * and spread (Box, Some theorems on quadratic forms, Annals of Mathematical Statistics 25(2), 1954).
 *
 * <p>{@code S = Φ·P·Φᵀ + R + Q}: the estimate's covariance P at the prediction's start, carried over the horizon by the
 * servo's closed loop Φ; the estimate's covariance R now; and what a sound robot showed beyond both, Q, learnt apart for
 * joints that moved one way all through the horizon and for those that rested or turned, whose friction is a coin's toss.
 * What P and R state is wide at one time and narrow at another; where a sound robot exceeds chi-square's bound of one in
 * twenty more often than that, all of the joint's values are scaled until it does not.
 */
public final class DivergenceStatistic implements Restorable {
    /** Numbers that each joint's NIS has. */
    public static final int DEGREES = 2;

    /** Slower than this, rad/s or m/s, a joint may have been held by its friction. */
    private static final double SLOW = 0.05;

    private static final int STEPS = 20;

    /** So many divergences are averaged at most; older ones fade. */
    private static final int MEMORY = 1000;

    /** Before so many were seen, whatever they are is learnt. */
    private static final int FIRST = 20;

    /** Chi-square with two degrees of freedom exceeds this once in ten thousand. */
    private static final double OUTLIER = 18.4;

    /** Chi-square with two degrees of freedom exceeds this once in twenty times. */
    private static final double BOUND = 5.991;

    private static final double BEYOND = 0.05;

    /** How quickly the bound that is exceeded so often follows what is seen. */
    private static final double FOLLOWING = 0.02;

    /** So many standard deviations from its mean a sum is not learnt from. */
    private static final double FAR = 6;

    private final int n;
    private final Ghost ghost;
    private final ServoGains[] hold;
    private final double step;
    private final double[] inertia;
    private double phiQq;
    private double phiQv;
    private double phiVq;
    private double phiVv;
    /** Q of each joint, moving and then not: position, cross, velocity. */
    private final double[] model;

    private final double[] positionSigma;
    private final double[] nis;
    /** What a sound robot exceeds once in twenty times, moving and then not: {@link #BOUND} where S is honest. */
    private final double[] bound;

    private double whole;
    private double degrees;
    private int wholeSeen;
    private double mean;
    private double square;
    private final int[] seen;

    /** For what this ghost predicts, before anything was seen. */
    public DivergenceStatistic(Ghost ghost, PredictionSettings prediction) {
        this.ghost = ghost;
        n = ghost.count();
        hold = new ServoGains[n];
        Arrays.setAll(hold, ghost::hold);
        step = prediction.horizonNanos() * 1e-9 / STEPS;
        inertia = new double[n];
        model = new double[2 * 3 * n];
        seen = new int[2 * n];
        positionSigma = new double[n];
        nis = new double[n];
        bound = new double[2 * n];
        Arrays.fill(bound, BOUND);
        unknown();
    }

    /** What errors of a joint's position and velocity become over the horizon under its servo, by implicit steps. */
    private void carry(int i) {
        double stiffness = step * hold[i].kp() / inertia[i];
        double held = 1 / (1 + step * (hold[i].kd() / inertia[i] + stiffness));
        phiQq = 1;
        phiVq = 0;
        phiQv = 0;
        phiVv = 1;
        for (int k = 0; k < STEPS; k++) {
            phiVq = (phiVq - stiffness * phiQq) * held;
            phiQq += step * phiVq;
            phiVv = (phiVv - stiffness * phiQv) * held;
            phiQv += step * phiVv;
        }
    }

    /** There is no divergence to judge. */
    public void unknown() {
        Arrays.fill(positionSigma, Double.NaN);
        Arrays.fill(nis, Double.NaN);
        whole = Double.NaN;
        degrees = Double.NaN;
    }

    /**
     * Judges the divergence from the ghost's last prediction; one entry a driven joint.
     *
     * @param position robot minus prediction, rad or m
     * @param velocity robot minus prediction, rad/s or m/s
     * @param now velocities at its end
     * @param positionVariance the estimate's, at both ends of the horizon
     * @param velocityVariance the estimate's
     * @param learn whether nothing is known to be wrong, so that it may be learnt from
     */
    public void judge(
            double[] position,
            double[] velocity,
            double[] now,
            double[] positionVariance,
            double[] velocityVariance,
            boolean learn) {
        whole = 0;
        double sum = 0;
        ghost.inertia(inertia);
        for (int i = 0; i < n; i++) {
            carry(i);
            double p = positionVariance[i];
            double r = velocityVariance[i];
            double qq = p + phiQq * phiQq * p + phiQv * phiQv * r;
            double qv = phiQq * phiVq * p + phiQv * phiVv * r;
            double vv = r + phiVq * phiVq * p + phiVv * phiVv * r;
            double dq = position[i];
            double dv = velocity[i];
            int regime = moving(ghost.startVelocity()[i], now[i]) ? i : n + i;
            int m = 3 * regime;
            double unscaled = nis(dq, dv, qq + model[m], qv + model[m + 1], vv + model[m + 2]);
            nis[i] = unscaled * Math.min(1, BOUND / bound[regime]);
            positionSigma[i] = Math.sqrt(qq + model[m]);
            sum += nis[i];
            if (learn && (seen[regime] < FIRST || nis[i] < OUTLIER)) {
                seen[regime] = Math.min(seen[regime] + 1, MEMORY);
                learn(m, 1.0 / seen[regime], dq * dq - qq, dq * dv - qv, dv * dv - vv);
                bound[regime] *= 1 + FOLLOWING * ((unscaled > bound[regime] ? 1 : 0) - BEYOND);
            }
        }
        judgeWhole(sum, learn);
    }

    /** Joints move each other: their sum spreads more than that of independent ones, and is stretched to fit (Box). */
    private void judgeWhole(double sum, boolean learn) {
        int independent = DEGREES * n;
        degrees = independent;
        double stretch = 1;
        if (wholeSeen >= FIRST) {
            double spread = Math.max(2 * mean, square - mean * mean);
            stretch = spread / (2 * mean);
            degrees = Math.min(independent, 2 * mean * mean / spread);
        }
        whole = sum / stretch;
        if (learn && (wholeSeen < FIRST || whole < degrees + FAR * Math.sqrt(2 * degrees))) {
            wholeSeen = Math.min(wholeSeen + 1, MEMORY);
            mean += (sum - mean) / wholeSeen;
            square += (sum * sum - square) / wholeSeen;
        }
    }

    private static boolean moving(double before, double now) {
        return before * now > 0 && Math.min(Math.abs(before), Math.abs(now)) > SLOW;
    }

    private void learn(int m, double rate, double qq, double qv, double vv) {
        model[m] = Math.max(0, model[m] + rate * (qq - model[m]));
        model[m + 2] = Math.max(0, model[m + 2] + rate * (vv - model[m + 2]));
        double most = 0.95 * Math.sqrt(model[m] * model[m + 2]);
        double cross = model[m + 1] + rate * (qv - model[m + 1]);
        model[m + 1] = Math.max(-most, Math.min(most, cross));
    }

    private static double nis(double dq, double dv, double qq, double qv, double vv) {
        double determinant = qq * vv - qv * qv;
        if (!(determinant > 0)) {
            return dq == 0 && dv == 0 ? 0 : Double.NaN;
        }
        return (vv * dq * dq - 2 * qv * dq * dv + qq * dv * dv) / determinant;
    }

    /** Standard deviation that each joint's divergence of position should have, rad or m; live. */
    public double[] positionSigma() {
        return positionSigma;
    }

    /** Each joint's normalised innovation squared, of {@link #DEGREES}; live, NaN where there is none. */
    public double[] nis() {
        return nis;
    }

    /** Degrees of freedom of {@link #whole}: {@link #DEGREES} a joint, or fewer where joints are seen not to be independent. */
    public double degrees() {
        return degrees;
    }

    /** That of all joints together, of {@link #degrees}. */
    public double whole() {
        return whole;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(model);
        out.putDoubles(positionSigma);
        out.putDoubles(nis);
        out.putDoubles(bound);
        out.putDouble(whole);
        out.putDouble(degrees);
        out.putInt(wholeSeen);
        out.putDouble(mean);
        out.putDouble(square);
        for (int one : seen) {
            out.putInt(one);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(model);
        in.getDoubles(positionSigma);
        in.getDoubles(nis);
        in.getDoubles(bound);
        whole = in.getDouble();
        degrees = in.getDouble();
        wholeSeen = in.getInt();
        mean = in.getDouble();
        square = in.getDouble();
        for (int k = 0; k < seen.length; k++) {
            seen[k] = in.getInt();
        }
    }
}
