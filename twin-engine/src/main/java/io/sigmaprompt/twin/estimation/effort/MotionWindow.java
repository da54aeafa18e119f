package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import java.util.Arrays;

/**
 * Means over a stretch of frames by the trapezoid, which all belong to its middle: positions, velocities, efforts less what
 * drives lose. The mean acceleration is the change of velocity over the stretch: unlike a filter's it does not lag.
 */
final class MotionWindow implements Restorable {
    private static final double REST = 0.02;
    private static final long NONE = Long.MIN_VALUE;

    private final DrivenJoints joints;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] effort;
    private final double[] firstVelocity;
    private final double[] lastPosition;
    private final double[] lastVelocity;
    private final double[] lastEffort;
    /** Sums until the window is closed, times seconds. */
    private final double[] sums;

    private final boolean[] known;
    private final boolean[] all;
    private long first = NONE;
    private long last = NONE;

    MotionWindow(DrivenJoints joints) {
        this.joints = joints;
        int n = joints.count();
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
        effort = new double[n];
        firstVelocity = new double[n];
        lastPosition = new double[n];
        lastVelocity = new double[n];
        lastEffort = new double[n];
        sums = new double[3 * n];
        known = new boolean[n];
        all = new boolean[n];
    }

    /** What comes next has nothing to do with what came before. */
    void interrupt() {
        first = NONE;
    }

    /** Takes the estimate after a new frame, of which all efforts are known. */
    void take(StateEstimator estimate) {
        long at = estimate.sourceNanos();
        int n = known.length;
        double half = 0.5e-9 * (at - last);
        for (int i = 0; i < n; i++) {
            double q = estimate.position()[i];
            double v = estimate.velocity()[i];
            JointDynamics losses = joints.joint(i).dynamics();
            double e = estimate.effort()[i] - losses.loss(v);
            boolean now = losses.friction() == 0 || Math.abs(v) >= REST;
            if (first != NONE) {
                sums[i] += half * (lastPosition[i] + q);
                sums[n + i] += half * (lastVelocity[i] + v);
                sums[2 * n + i] += half * (lastEffort[i] + e);
                all[i] &= now;
            }
            known[i] = now;
            lastPosition[i] = q;
            lastVelocity[i] = v;
            lastEffort[i] = e;
        }
        last = at;
        if (first == NONE) {
            open();
        }
    }

    /** Nanoseconds since it was opened. */
    long nanos() {
        return first == NONE ? 0 : last - first;
    }

    private void open() {
        first = last;
        System.arraycopy(lastVelocity, 0, firstVelocity, 0, firstVelocity.length);
        System.arraycopy(known, 0, all, 0, all.length);
        Arrays.fill(sums, 0);
    }

    /** Works out the means. */
    void close() {
        double seconds = (last - first) * 1e-9;
        int n = known.length;
        for (int i = 0; i < n; i++) {
            position[i] = sums[i] / seconds;
            velocity[i] = sums[n + i] / seconds;
            acceleration[i] = (lastVelocity[i] - firstVelocity[i]) / seconds;
            effort[i] = sums[2 * n + i] / seconds - joints.joint(i).dynamics().armature() * acceleration[i];
        }
    }

    /** Opens the next one where this one ends. */
    void reopen() {
        open();
    }

    /** Whether friction at rest hid nothing of the joint's effort. */
    boolean known(int i) {
        return all[i];
    }

    double[] position() {
        return position;
    }

    double[] velocity() {
        return velocity;
    }

    double[] acceleration() {
        return acceleration;
    }

    /** Less the drives' losses and what turns their rotors. */
    double[] effort() {
        return effort;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(firstVelocity);
        out.putDoubles(lastPosition);
        out.putDoubles(lastVelocity);
        out.putDoubles(lastEffort);
        out.putDoubles(sums);
        for (int i = 0; i < known.length; i++) {
            out.putBoolean(known[i]);
            out.putBoolean(all[i]);
        }
        out.putLong(first);
        out.putLong(last);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(firstVelocity);
        in.getDoubles(lastPosition);
        in.getDoubles(lastVelocity);
        in.getDoubles(lastEffort);
        in.getDoubles(sums);
        for (int i = 0; i < known.length; i++) {
            known[i] = in.getBoolean();
            all[i] = in.getBoolean();
        }
        first = in.getLong();
        last = in.getLong();
    }
}
