package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.telemetry.JointStateFrame;
import java.util.Arrays;
import java.util.List;

/**
 * The state of the driven joints from their frames: position, velocity and acceleration by a {@link JointFilter} a joint,
 * effort as measured. A joint that a frame leaves out stays as it was last told of. Arrays are live and read only; one
 * entry a driven joint.
 */
public final class StateEstimator implements Restorable {
    private final DrivenJoints joints;
    private final JointFilter[] filters;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] effort;
    private final double[] positionVariance;
    private final double[] velocityVariance;
    private final double[] accelerationVariance;
    private final double[] nis;
    private final int[] freedom;
    private final double[] delay;
    private long sourceNanos;

    /**
     * An estimator that has heard nothing: all joints rest at {@code start}.
     *
     * @param start one entry a driven joint
     */
    public StateEstimator(DrivenJoints joints, double[] start) {
        this(joints, start, JointFilterSettings.DEFAULT);
    }

    /**
     * An estimator that has heard nothing: all joints rest at {@code start}.
     *
     * @param start one entry a driven joint
     */
    public StateEstimator(DrivenJoints joints, double[] start, JointFilterSettings settings) {
        this.joints = joints;
        int n = start.length;
        filters = new JointFilter[n];
        Arrays.setAll(filters, i -> new JointFilter(settings, start[i]));
        position = start.clone();
        velocity = new double[n];
        acceleration = new double[n];
        effort = unknown(n);
        positionVariance = unknown(n);
        velocityVariance = unknown(n);
        accelerationVariance = unknown(n);
        nis = unknown(n);
        freedom = new int[n];
        delay = new double[n];
    }

    private static double[] unknown(int n) {
        double[] result = new double[n];
        Arrays.fill(result, Double.NaN);
        return result;
    }

    /** Takes a frame that ingest accepted. */
    public void update(JointStateFrame frame) {
        List<String> names = frame.names();
        boolean hasVelocity = frame.velocity().length > 0;
        boolean hasEffort = frame.effort().length > 0;
        for (int i = 0; i < names.size(); i++) {
            int drive = joints.index(names.get(i), i);
            if (drive >= 0) {
                double measured = hasVelocity ? frame.velocity()[i] : Double.NaN;
                filters[drive].update(frame.sourceNanos(), frame.position()[i], measured);
                read(drive);
                effort[drive] = hasEffort ? frame.effort()[i] : Double.NaN;
            }
        }
        sourceNanos = frame.sourceNanos();
    }

    private void read(int drive) {
        JointFilter filter = filters[drive];
        JointMotion motion = filter.motion();
        position[drive] = motion.position();
        velocity[drive] = motion.velocity();
        acceleration[drive] = motion.acceleration();
        positionVariance[drive] = motion.positionVariance();
        velocityVariance[drive] = motion.velocityVariance();
        accelerationVariance[drive] = motion.accelerationVariance();
        nis[drive] = filter.nis();
        freedom[drive] = filter.freedom();
        delay[drive] = motion.accelerationLag();
    }

    /** What comes next has nothing to do with what came before. */
    public void forget() {
        for (JointFilter filter : filters) {
            filter.forget();
        }
    }

    /** The robot's clock at the last frame. */
    public long sourceNanos() {
        return sourceNanos;
    }

    /** Radians or metres; does not lag. */
    public double[] position() {
        return position;
    }

    /** Rad/s or m/s; does not lag in a slow change. */
    public double[] velocity() {
        return velocity;
    }

    /** Rad/s² or m/s²; {@link #delaySeconds} late. */
    public double[] acceleration() {
        return acceleration;
    }

    /** N m or N; NaN where the source measures none. */
    public double[] effort() {
        return effort;
    }

    /** NaN for a joint that was never heard of, as the other variances. */
    public double[] positionVariance() {
        return positionVariance;
    }

    public double[] velocityVariance() {
        return velocityVariance;
    }

    public double[] accelerationVariance() {
        return accelerationVariance;
    }

    /**
     * The squares of the last innovations over their variances, summed over what the frame told of the joint; NaN where
     * it was a first word.
     */
    public double[] innovationNis() {
        return nis;
    }

    /** How many numbers {@link #innovationNis} sums: 1 for positions, 2 with velocities. */
    public int[] innovationFreedom() {
        return freedom;
    }

    /** Seconds by which the acceleration lags in a slow change, from the gains as they are. */
    public double[] delaySeconds() {
        return delay;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putLong(sourceNanos);
        out.putDoubles(effort);
        for (JointFilter filter : filters) {
            filter.save(out);
        }
    }

    @Override
    public void restore(CanonicalInput in) {
        sourceNanos = in.getLong();
        in.getDoubles(effort);
        for (int i = 0; i < filters.length; i++) {
            filters[i].restore(in);
            read(i);
        }
    }
}
