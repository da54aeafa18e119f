package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.dynamics.TorqueRegressor;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;

/**
 * Mass and centre of mass of what a link carries beyond its model, while the robot moves: efforts that inverse dynamics
 * and losses leave over are linear in the load's inertial parameters, {@code Y_link(q, v, vdot)·pi}, and the columns of the
 * link are those of the torque regressor (Atkeson, An, Hollerbach, Estimation of inertial parameters of manipulator loads
 * and links, IJRR 1986).
 *
 * <p>Frames are averaged over windows of 20 ms. How far a window scatters is learnt a joint, and how the
 * errors of windows hang together. A joint at rest whose friction may hide anything says nothing. Where windows keep
 * contradicting, something was picked up or put down, and all that was learnt is forgotten but the scatter.
 */
public final class PayloadEstimator implements Restorable {
    /** A load that was measured so long ago counts a third. */
    private static final double MEMORY_SECONDS = 5;

    private static final long WINDOW_NANOS = 20_000_000;
    private static final long LONGEST_STEP_NANOS = 100_000_000;
    private static final int CONTRADICTIONS = 3;
    private static final double SURPRISE = 5;
    private static final double SCATTER_MEMORY = 200;

    /** Before anything is learnt, a share of the effort limit, or of this in N m. */
    private static final double FIRST_SCATTER = 0.01;

    /** So many windows the first guess counts for. */
    private static final double FIRST_WEIGHT = 5;

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

    /** Of the window: rows of the regressor and efforts left over, per driven joint. */
    private final double[] rows;

    private final double[] left;
    private final MotionWindow window;
    private final double[] scatter;
    /** Windows that each scatter was learnt from. */
    private final int[] learnt;

    private final double[] error;
    private final double[] relative;
    private final ErrorMemory memory;
    private final PayloadInformation information = new PayloadInformation();
    private int contradictions;
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
        window = new MotionWindow(joints);
        scatter = new double[n];
        learnt = new int[n];
        for (int i = 0; i < n; i++) {
            double most = joints.joint(i).limits().effort();
            double deviation = FIRST_SCATTER * (Double.isInfinite(most) ? DEFAULT_EFFORT : most);
            scatter[i] = deviation * deviation;
        }
        error = new double[n];
        relative = new double[n];
        memory = new ErrorMemory(n, SCATTER_MEMORY);
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
            window.interrupt();
            memory.interrupt();
        }
        nanos = at;
        for (double effort : estimate.effort()) {
            if (Double.isNaN(effort)) {
                window.interrupt();
                return;
            }
        }
        window.take(estimate);
        if (window.nanos() >= WINDOW_NANOS) {
            window.close();
            gather();
            learn(window.nanos() * 1e-9);
            window.reopen();
        }
    }

    private void gather() {
        joints.scatterPosition(window.position(), q);
        joints.scatterVelocity(window.velocity(), v);
        joints.scatterVelocity(window.acceleration(), vdot);
        dynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, driven);
        for (int i = 0; i < driven.length; i++) {
            left[i] = window.effort()[i] - driven[i];
        }
        dynamics.regressor(q, v, vdot, regressor);
        int columns = dynamics.parameterCount();
        for (int k = 0; k < N; k++) {
            for (int i = 0; i < nv; i++) {
                column[i] = regressor[i * columns + block + k];
            }
            joints.gatherEffort(column, driven);
            for (int i = 0; i < driven.length; i++) {
                rows[i * N + k] = driven[i];
            }
        }
    }

    private void learn(double seconds) {
        boolean surprised = false;
        for (int i = 0; i < left.length; i++) {
            if (!window.known(i)) {
                error[i] = 0;
                relative[i] = 0;
                continue;
            }
            error[i] = left[i] - predicted(i);
            double variance = scatter[i] * memory.inflation() + information.variance(rows, i * N);
            surprised |= error[i] * error[i] > SURPRISE * SURPRISE * variance;
            relative[i] = error[i] / Math.sqrt(scatter[i]);
        }
        contradictions = surprised ? contradictions + 1 : 0;
        if (contradictions >= CONTRADICTIONS) {
            contradictions = 0;
            information.forget();
            memory.interrupt();
        }
        memory.take(relative, !surprised);
        if (surprised) {
            return;
        }
        information.fade(MEMORY_SECONDS / (MEMORY_SECONDS + seconds));
        for (int i = 0; i < left.length; i++) {
            if (window.known(i)) {
                learnScatter(i);
                information.learn(rows, i * N, left[i], Math.max(scatter[i], 1e-8) * memory.inflation());
            }
        }
        information.solve();
    }

    /**
     * What the parameters' own uncertainty adds to the error is none of the scatter; where it is most of it, the window says
     * nothing of the scatter. What was guessed first counts as a few windows.
     */
    private void learnScatter(int i) {
        double uncertain = information.variance(rows, i * N);
        if (uncertain < scatter[i]) {
            double own = Math.max(0, error[i] * error[i] - uncertain);
            learnt[i] = Math.min(learnt[i] + 1, (int) SCATTER_MEMORY);
            scatter[i] += (own - scatter[i]) / Math.min(SCATTER_MEMORY, FIRST_WEIGHT + learnt[i]);
        }
    }

    private double predicted(int i) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
            sum += rows[i * N + k] * information.parameters()[k];
        }
        return sum;
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
        window.save(out);
        out.putDoubles(scatter);
        for (int one : learnt) {
            out.putInt(one);
        }
        memory.save(out);
        information.save(out);
        out.putInt(contradictions);
        out.putLong(nanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        window.restore(in);
        in.getDoubles(scatter);
        for (int i = 0; i < learnt.length; i++) {
            learnt[i] = in.getInt();
        }
        memory.restore(in);
        information.restore(in);
        contradictions = in.getInt();
        nanos = in.getLong();
    }
}
