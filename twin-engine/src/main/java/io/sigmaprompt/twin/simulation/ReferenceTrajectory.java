package io.sigmaprompt.twin.simulation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.skill.Quintic;

/**
 * What a joint trajectory controller tells its servos: the way through timed points, from wherever the reference was
 * when the trajectory came. After the last point the reference brakes to rest in {@link #BRAKE_NANOS}.
 */
final class ReferenceTrajectory implements Restorable {
    static final long BRAKE_NANOS = 100_000_000;

    private final int n;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final Quintic quintic = new Quintic();

    /** Knots: knot 0 is where the trajectory began; row k holds position, velocity, acceleration of each joint. */
    private double[][] knots = new double[0][];

    private long[] knotNanos = new long[0];
    private int segment;

    ReferenceTrajectory(double[] start) {
        n = start.length;
        position = start.clone();
        velocity = new double[n];
        acceleration = new double[n];
    }

    /** The live reference positions; read only. */
    double[] position() {
        return position;
    }

    double[] velocity() {
        return velocity;
    }

    double[] acceleration() {
        return acceleration;
    }

    /**
     * Replaces what runs.
     *
     * @param nanos now
     * @param pointNanos when each point is to be reached, increasing, after now
     * @param points for each point 3 n numbers: position, velocity, acceleration of each joint
     */
    void begin(long nanos, long[] pointNanos, double[][] points) {
        knots = new double[points.length + 2][];
        knotNanos = new long[points.length + 2];
        knots[0] = new double[3 * n];
        System.arraycopy(position, 0, knots[0], 0, n);
        System.arraycopy(velocity, 0, knots[0], n, n);
        System.arraycopy(acceleration, 0, knots[0], 2 * n, n);
        knotNanos[0] = nanos;
        for (int k = 0; k < points.length; k++) {
            knots[k + 1] = points[k].clone();
            knotNanos[k + 1] = pointNanos[k];
        }
        appendRest(points.length);
        segment = 0;
    }

    private void appendRest(int last) {
        double brakeSeconds = BRAKE_NANOS * 1e-9;
        double[] rest = new double[3 * n];
        for (int i = 0; i < n; i++) {
            rest[i] = knots[last][i] + 0.5 * brakeSeconds * knots[last][n + i];
        }
        knots[last + 1] = rest;
        knotNanos[last + 1] = knotNanos[last] + BRAKE_NANOS;
    }

    /** Moves the reference to {@code nanos}, which must not run backwards. */
    void advance(long nanos) {
        while (segment + 1 < knots.length && nanos >= knotNanos[segment + 1]) {
            segment++;
            if (segment + 1 == knots.length) {
                settle();
            }
        }
        if (segment + 1 >= knots.length) {
            return;
        }
        double t = (nanos - knotNanos[segment]) * 1e-9;
        double duration = (knotNanos[segment + 1] - knotNanos[segment]) * 1e-9;
        double[] a = knots[segment];
        double[] b = knots[segment + 1];
        for (int i = 0; i < n; i++) {
            quintic.evaluate(t, duration, a[i], a[n + i], a[2 * n + i], b[i], b[n + i], b[2 * n + i]);
            position[i] = quintic.position();
            velocity[i] = quintic.velocity();
            acceleration[i] = quintic.acceleration();
        }
    }

    private void settle() {
        double[] rest = knots[knots.length - 1];
        for (int i = 0; i < n; i++) {
            position[i] = rest[i];
            velocity[i] = 0;
            acceleration[i] = 0;
        }
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(position);
        out.putDoubles(velocity);
        out.putDoubles(acceleration);
        out.putInt(segment);
        out.putInt(knots.length);
        for (int k = 0; k < knots.length; k++) {
            out.putLong(knotNanos[k]);
            out.putDoubles(knots[k]);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(position);
        in.getDoubles(velocity);
        in.getDoubles(acceleration);
        segment = in.getInt();
        knots = new double[in.getInt()][];
        knotNanos = new long[knots.length];
        for (int k = 0; k < knots.length; k++) {
            knotNanos[k] = in.getLong();
            knots[k] = in.getDoubles();
        }
    }
}
