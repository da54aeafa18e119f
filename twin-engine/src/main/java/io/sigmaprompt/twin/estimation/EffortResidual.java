package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Measured effort that the model cannot explain: {@code tau - RNEA(q, v, vdot) - armature · vdot - losses(v)}, one
 * frame late so that the acceleration is a central difference, then smoothed by a first-order low pass. Inverse
 * dynamics after Featherstone, Rigid Body Dynamics Algorithms, 2008, section 5.3.
 *
 * <p>The difference of filtered velocities does not lag, as the filter's own acceleration does; on the UR10's log both
 * leave the same residual within 1 %, once its losses are taken out.
 */
public final class EffortResidual implements Restorable {
    /** Below this speed, rad/s or m/s, a joint may be held by its friction. */
    public static final double REST = 0.02;

    private static final double SMOOTHING_SECONDS = 0.05;

    /** A longer silence than this breaks the differences. */
    private static final long LONGEST_STEP_NANOS = 100_000_000;

    private final DrivenJoints joints;
    private final RobotDynamics inverseDynamics;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] tau;
    private final double[] model;
    private final double[] acceleration;
    private final double[] residual;

    /** The frame before the newest: its position, velocity and effort. */
    private final double[] middlePosition;

    private final double[] middleVelocity;
    private final double[] middleEffort;

    /** What {@link #needed()} and its like tell; good only until the next frame. */
    private final double[] needed;

    private final double[] velocity;
    private final double[] effort;
    private boolean computed;
    private double step;

    /** Velocity of the frame before that. */
    private final double[] oldVelocity;

    private int frames;
    private long middleNanos;
    private long oldNanos;

    /**
     * A residual that knows nothing yet.
     *
     * @param start nq entries; the base of a floating robot is taken to rest there
     */
    public EffortResidual(RobotModel model, DrivenJoints joints, double[] start) {
        this.joints = joints;
        inverseDynamics = CompiledDynamics.of(model);
        int n = joints.count();
        q = start.clone();
        v = new double[model.nv()];
        vdot = new double[model.nv()];
        tau = new double[model.nv()];
        // The kernel is made here, and not in a tick.
        inverseDynamics.inverseDynamics(q, v, vdot, tau);
        this.model = new double[n];
        acceleration = new double[n];
        residual = new double[n];
        Arrays.fill(residual, Double.NaN);
        middlePosition = new double[n];
        middleVelocity = new double[n];
        middleEffort = new double[n];
        oldVelocity = new double[n];
        needed = new double[n];
        velocity = new double[n];
        effort = new double[n];
    }

    /** Takes the estimate after a new frame. */
    public void update(StateEstimator estimate) {
        long now = estimate.sourceNanos();
        if (frames > 0 && now - middleNanos > LONGEST_STEP_NANOS) {
            forget();
        }
        computed = frames >= 2;
        if (computed) {
            compute(estimate, now);
        }
        System.arraycopy(middleVelocity, 0, oldVelocity, 0, oldVelocity.length);
        System.arraycopy(estimate.position(), 0, middlePosition, 0, middlePosition.length);
        System.arraycopy(estimate.velocity(), 0, middleVelocity, 0, middleVelocity.length);
        System.arraycopy(estimate.effort(), 0, middleEffort, 0, middleEffort.length);
        oldNanos = middleNanos;
        middleNanos = now;
        frames = Math.min(frames + 1, 2);
    }

    /** What comes next has nothing to do with what came before. */
    public void forget() {
        frames = 0;
        Arrays.fill(residual, Double.NaN);
    }

    private void compute(StateEstimator estimate, long now) {
        double span = (now - oldNanos) * 1e-9;
        for (int i = 0; i < acceleration.length; i++) {
            acceleration[i] = (estimate.velocity()[i] - oldVelocity[i]) / span;
        }
        joints.scatterPosition(middlePosition, q);
        joints.scatterVelocity(middleVelocity, v);
        joints.scatterVelocity(acceleration, vdot);
        inverseDynamics.inverseDynamics(q, v, vdot, tau);
        joints.gatherEffort(tau, model);
        step = (now - middleNanos) * 1e-9;
        double gain = step / (SMOOTHING_SECONDS + step);
        for (int i = 0; i < residual.length; i++) {
            JointDynamics dynamics = joints.joint(i).dynamics();
            needed[i] = model[i] + dynamics.armature() * acceleration[i];
            velocity[i] = middleVelocity[i];
            effort[i] = middleEffort[i];
            double beyondBody = middleEffort[i] - needed[i];
            double raw = dynamics.unexplained(beyondBody, middleVelocity[i], REST);
            // Not a number until now: a source may leave its effort out now and then.
            residual[i] = Double.isNaN(residual[i]) ? raw : residual[i] + gain * (raw - residual[i]);
        }
    }

    /**
     * N m or N, one entry a driven joint; NaN until three frames have come in a row, or where no effort is measured.
     * Live.
     */
    public double[] residual() {
        return residual;
    }

    /** Whether the last frame let the body's needs be told. The arrays that follow are of the frame before it. */
    public boolean computed() {
        return computed;
    }

    /** Time between that frame and the last one, s. */
    public double stepSeconds() {
        return step;
    }

    /** What body and rotors need without any loss, N m or N, one entry a driven joint. Live. */
    public double[] needed() {
        return needed;
    }

    /** Velocity at that frame, rad/s or m/s. Live. */
    public double[] velocity() {
        return velocity;
    }

    /** Effort measured at that frame, N m or N; NaN where none is. Live. */
    public double[] effort() {
        return effort;
    }

    @Override
    public void save(CanonicalOutput out) {
        out.putDoubles(residual);
        out.putDoubles(middlePosition);
        out.putDoubles(middleVelocity);
        out.putDoubles(middleEffort);
        out.putDoubles(oldVelocity);
        out.putInt(frames);
        out.putLong(middleNanos);
        out.putLong(oldNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        in.getDoubles(residual);
        in.getDoubles(middlePosition);
        in.getDoubles(middleVelocity);
        in.getDoubles(middleEffort);
        in.getDoubles(oldVelocity);
        frames = in.getInt();
        middleNanos = in.getLong();
        oldNanos = in.getLong();
    }
}
