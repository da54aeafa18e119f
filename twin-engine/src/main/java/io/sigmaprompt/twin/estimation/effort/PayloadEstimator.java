package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.dynamics.TorqueRegressor;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import java.util.Arrays;

/**
 * Mass and centre of mass of what a link carries beyond its model, while the robot moves: efforts that inverse dynamics
 * and losses leave over are linear in the load's inertial parameters, {@code Y_link(q, v, vdot)·pi}, and the columns of the
 * link are those of the torque regressor (Atkeson, An, Hollerbach, Estimation of inertial parameters of manipulator loads
 * and links, IJRR 1986).
 *
 * <p>Frames are averaged over windows of 20 ms. How far a window scatters is learnt a joint, and how much one window
 * repeats the error of the last. A joint at rest whose friction may hide anything says nothing. Where windows keep
 * contradicting, something was picked up or put down, and all that was learnt is forgotten but the scatter.
 */
public final class PayloadEstimator implements Restorable {
    /** A load that was measured so long ago counts a third. */
    private static final double MEMORY_SECONDS = 5;

    private static final long WINDOW_NANOS = 20_000_000;
    private static final long LONGEST_STEP_NANOS = 100_000_000;
    private static final double REST = 0.02;
    private static final int CONTRADICTIONS = 3;
    private static final double SURPRISE = 5;
    private static final double SCATTER_MEMORY = 200;

    /** Before anything is learnt, a share of the effort limit, or of this in N m. */
    private static final double FIRST_SCATTER = 0.01;

    private static final double DEFAULT_EFFORT = 100;
    private static final int N = PayloadInformation.N;

    private final DrivenJoints joints;
    private final RobotDynamics dynamics;
    private final int nv;
    private final int block;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] tau;
    private final double[] driven;
    private final double[] regressor;
    private final double[] column;

    /** Sums over the window: rows of the regressor, efforts left over, frames; per driven joint. */
    private final double[] rows;

    private final double[] left;
    private final int[] frames;
    private final double[] scatter;
    private final double[] lastError;
    private final PayloadInformation information = new PayloadInformation();
    private double repeats;
    private int contradictions;
    private long windowNanos;
    private long nanos = Long.MIN_VALUE;

    /**
     * Of a link's load.
     *
     * @param start nq entries; the base of a floating robot is taken to rest there
     * @param link what carries the load
     * @throws BadInputException if the robot has no such link, or it does not move
     */
    public PayloadEstimator(RobotModel model, DrivenJoints joints, double[] start, String link) {
        this.joints = joints;
        dynamics = CompiledDynamics.of(model);
        nv = model.nv();
        block = N * body(model, link);
        q = start.clone();
        v = new double[nv];
        vdot = new double[nv];
        tau = new double[nv];
        int n = joints.count();
        driven = new double[n];
        regressor = new double[nv * dynamics.parameterCount()];
        column = new double[nv];
        rows = new double[n * N];
        left = new double[n];
        frames = new int[n];
        scatter = new double[n];
        for (int i = 0; i < n; i++) {
            double most = joints.joint(i).limits().effort();
            double deviation = FIRST_SCATTER * (Double.isInfinite(most) ? DEFAULT_EFFORT : most);
            scatter[i] = deviation * deviation;
        }
        lastError = new double[n];
        // The kernels are made here, and not in a tick.
        dynamics.inverseDynamics(q, v, vdot, tau);
        dynamics.regressor(q, v, vdot, regressor);
    }

    /** Which of the regressor's bodies a link belongs to. */
    private static int body(RobotModel model, String link) {
        int index = model.linkIndex(link);
        if (index < 0) {
            throw new BadInputException(
                    "robot '" + model.name() + "', payload",
                    "no link is called '" + link + "'",
                    "`sigma model` lists the links.");
        }
        while (index > 0 && model.joints().get(index - 1).type() == JointType.FIXED) {
            index = model.parentLink(index - 1);
        }
        TorqueRegressor names = new TorqueRegressor(model);
        String owner = model.links().get(index).name() + ".m";
        for (int b = 0; N * b < names.parameterCount(); b++) {
            if (names.parameterName(N * b).equals(owner)) {
                return b;
            }
        }
        throw new BadInputException(
                "robot '" + model.name() + "', payload",
                "'" + link + "' does not move, so that no effort tells of its load",
                "Name a link that a joint moves.");
    }

    /** Takes the estimate after a new frame. */
    public void update(StateEstimator estimate) {
        long at = estimate.sourceNanos();
        if (nanos == Long.MIN_VALUE || at < nanos || at - nanos > LONGEST_STEP_NANOS) {
            clear();
            windowNanos = at;
        }
        nanos = at;
        for (double effort : estimate.effort()) {
            if (Double.isNaN(effort)) {
                return;
            }
        }
        gather(estimate);
        if (at - windowNanos >= WINDOW_NANOS) {
            double seconds = (at - windowNanos) * 1e-9;
            windowNanos = at;
            learn(seconds);
            clear();
        }
    }

    private void clear() {
        Arrays.fill(rows, 0);
        Arrays.fill(left, 0);
        Arrays.fill(frames, 0);
    }

    private void gather(StateEstimator estimate) {
        joints.scatterPosition(estimate.position(), q);
        joints.scatterVelocity(estimate.velocity(), v);
        joints.scatterVelocity(estimate.acceleration(), vdot);
        dynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, driven);
        for (int i = 0; i < driven.length; i++) {
            JointDynamics losses = joints.joint(i).dynamics();
            double speed = estimate.velocity()[i];
            if (!lossKnown(estimate, i)) {
                continue;
            }
            frames[i]++;
            left[i] += estimate.effort()[i]
                    - driven[i]
                    - losses.armature() * estimate.acceleration()[i]
                    - losses.loss(speed);
        }
        dynamics.regressor(q, v, vdot, regressor);
        int columns = dynamics.parameterCount();
        for (int k = 0; k < N; k++) {
            for (int i = 0; i < nv; i++) {
                column[i] = regressor[i * columns + block + k];
            }
            joints.gatherEffort(column, driven);
            for (int i = 0; i < driven.length; i++) {
                if (lossKnown(estimate, i)) {
                    rows[i * N + k] += driven[i];
                }
            }
        }
    }

    private boolean lossKnown(StateEstimator estimate, int i) {
        return joints.joint(i).dynamics().friction() == 0 || Math.abs(estimate.velocity()[i]) >= REST;
    }

    private void learn(double seconds) {
        boolean surprised = false;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < frames.length; i++) {
            if (frames[i] == 0) {
                lastError[i] = 0;
                continue;
            }
            left[i] /= frames[i];
            for (int k = 0; k < N; k++) {
                rows[i * N + k] /= frames[i];
            }
            double error = left[i] - predicted(i);
            double variance = scatter[i] * inflation() + information.variance(rows, i * N);
            surprised |= error * error > SURPRISE * SURPRISE * variance;
            products += error * lastError[i] / scatter[i];
            squares += error * error / scatter[i];
            lastError[i] = error;
        }
        contradictions = surprised ? contradictions + 1 : 0;
        if (contradictions >= CONTRADICTIONS) {
            contradictions = 0;
            information.forget();
            Arrays.fill(lastError, 0);
        }
        if (surprised) {
            return;
        }
        if (squares > 0) {
            double ratio = Math.max(0, Math.min(0.9, products / squares));
            repeats += (ratio - repeats) / SCATTER_MEMORY;
        }
        information.fade(MEMORY_SECONDS / (MEMORY_SECONDS + seconds));
        for (int i = 0; i < frames.length; i++) {
            if (frames[i] > 0) {
                // What the parameters' own uncertainty adds to the error is none of the scatter.
                double own = Math.max(0, lastError[i] * lastError[i] - information.variance(rows, i * N));
                scatter[i] += (own - scatter[i]) / SCATTER_MEMORY;
                information.learn(rows, i * N, left[i], Math.max(scatter[i], 1e-8) * inflation());
            }
        }
        information.solve();
    }

    private double predicted(int i) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
            sum += rows[i * N + k] * information.parameters()[k];
        }
        return sum;
    }

    /** How many times the variance of a mean grows because errors follow one another (Bartlett 1946). */
    private double inflation() {
        return (1 + repeats) / (1 - repeats);
    }

    /** Kg beyond the model; below nothing where something is missing. */
    public double mass() {
        return information.parameters()[0];
    }

    public double massDeviation() {
        return Math.sqrt(information.covariance(0, 0));
    }

    /**
     * The load's centre of mass.
     *
     * @param axis 0 to 2, of the frame of the link whose joint carries the load
     * @return m; NaN where no load is certain
     */
    public double centre(int axis) {
        return loaded() ? information.parameters()[1 + axis] / mass() : Double.NaN;
    }

    /** Standard deviation of {@link #centre}, to first order, m. */
    public double centreDeviation(int axis) {
        if (!loaded()) {
            return Double.NaN;
        }
        int i = 1 + axis;
        double centre = centre(axis);
        double variance = information.covariance(i, i)
                - 2 * centre * information.covariance(0, i)
                + centre * centre * information.covariance(0, 0);
        return Math.sqrt(Math.max(0, variance)) / mass();
    }

    private boolean loaded() {
        return mass() > 3 * massDeviation();
    }

    /** Whether the robot has moved enough, of late, to tell the mass within 0.2 kg or a tenth. */
    public boolean excited() {
        return massDeviation() < Math.max(0.2, 0.1 * Math.abs(mass()));
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(rows);
        out.putDoubles(left);
        for (int one : frames) {
            out.putInt(one);
        }
        out.putDoubles(scatter);
        out.putDoubles(lastError);
        information.save(out);
        out.putDouble(repeats);
        out.putInt(contradictions);
        out.putLong(windowNanos);
        out.putLong(nanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(rows);
        in.getDoubles(left);
        for (int i = 0; i < frames.length; i++) {
            frames[i] = in.getInt();
        }
        in.getDoubles(scatter);
        in.getDoubles(lastError);
        information.restore(in);
        repeats = in.getDouble();
        contradictions = in.getInt();
        windowNanos = in.getLong();
        nanos = in.getLong();
    }
}
