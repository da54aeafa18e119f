package io.sigmaprompt.twin.estimation.effort;

import io.sigmaprompt.physics.model.DrivenJoints;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import io.sigmaprompt.twin.estimation.StateEstimator;
import java.util.Arrays;

/**
 * External torques by the generalised-momentum observer {@code r = K·(p(t) - ∫(tau + Cᵀ·v - g + r)ds - p(0))} (De Luca,
 * Albu-Schäffer, Haddadin, Hirzinger, IROS 2006, equation 12), which needs no acceleration: each r is the external torque
 * behind a first-order low pass of time constant 1/K. Frames come in discrete time, so the integral is the trapezoid of
 * the frame's ends and r is taken implicitly, which is stable for any K and step.
 *
 * <p>What drives lose is taken off as the model knows it. At rest friction may be anything up to its Coulomb value, so
 * that much of r says nothing and is left out; where the model knows no losses, the variance leaves room for them.
 *
 * <p>Coordinates: six of a floating base (moment about the root link's origin, force, root link axes), then one a driven
 * joint. While a floating base is not placed by {@link #placeBase}, it is taken to rest where it started, and its six
 * say what must hold it.
 */
public final class MomentumObserver implements Restorable {
    private final DrivenJoints joints;
    private final MomentumObserverSettings settings;
    private final MomentumBalance balance;
    private final EffortNoise noise;
    private final int base;
    private final double[] q;
    private final double[] v;
    private final double[] momentum;
    private final double[] drift;
    private final double[] inertia;

    /** All but Coulomb friction behind the low pass, and Coulomb friction behind it. */
    private final double[] unresisted;

    private final double[] coulomb;
    private final double[] lastMomentum;
    private final double[] lastPush;
    private final double[] external;
    private final double[] variance;
    private boolean started;
    private long nanos;

    /**
     * An observer that has seen nothing.
     *
     * @param start nq entries
     */
    public MomentumObserver(RobotModel model, DrivenJoints joints, double[] start, MomentumObserverSettings settings) {
        this.joints = joints;
        this.settings = settings;
        balance = new MomentumBalance(model, joints);
        noise = new EffortNoise(joints.count());
        base = balance.base();
        q = start.clone();
        v = new double[model.nv()];
        int n = balance.size();
        momentum = new double[n];
        drift = new double[n];
        inertia = new double[n];
        unresisted = new double[n];
        coulomb = new double[n];
        lastMomentum = new double[n];
        lastPush = new double[n];
        external = new double[n];
        variance = new double[n];
        // The kernels are made here, and not in a tick.
        balance.momentum(q, v, momentum);
        balance.drift(q, v, drift);
        balance.inertia(q, inertia);
        forget();
    }

    /**
     * Says where a floating base is, for the updates that follow.
     *
     * @param pose 7: position in the world, quaternion (x, y, z, w)
     * @param twist 6: angular, then linear velocity, root link axes
     */
    public void placeBase(double[] pose, double[] twist) {
        if (base > 0) {
            System.arraycopy(pose, 0, q, 0, 7);
            System.arraycopy(twist, 0, v, 0, 6);
        }
    }

    /** Takes the estimate after a new frame. Where an effort is not known, nothing is. */
    public void update(StateEstimator estimate) {
        for (double effort : estimate.effort()) {
            if (Double.isNaN(effort)) {
                forget();
                return;
            }
        }
        joints.scatterPosition(estimate.position(), q);
        joints.scatterVelocity(estimate.velocity(), v);
        balance.momentum(q, v, momentum);
        balance.drift(q, v, drift);
        noise.look(estimate.effort());
        double step = (estimate.sourceNanos() - nanos) * 1e-9;
        boolean follows = started && step > 0 && step <= settings.longestStepSeconds();
        if (!follows) {
            begin();
        }
        double share = settings.bandwidth() * step / (1 + settings.bandwidth() * step);
        for (int i = 0; i < external.length; i++) {
            double push = drift[i] + (i < base ? 0 : driven(estimate, i - base));
            if (follows) {
                double raw = (momentum[i] - lastMomentum[i]) / step - 0.5 * (push + lastPush[i]);
                unresisted[i] += share * (raw - unresisted[i]);
                coulomb[i] += share * (friction(estimate, i) - coulomb[i]);
                external[i] = unresisted[i] + coulomb[i];
            }
            lastPush[i] = push;
            lastMomentum[i] = momentum[i];
        }
        nanos = estimate.sourceNanos();
        if (follows) {
            weigh(estimate, step);
        }
    }

    private void begin() {
        started = true;
        noise.forget();
        Arrays.fill(unresisted, 0);
        Arrays.fill(coulomb, 0);
        Arrays.fill(external, 0);
        Arrays.fill(variance, Double.NaN);
    }

    private double driven(StateEstimator estimate, int drive) {
        return estimate.effort()[drive] - joints.joint(drive).dynamics().damping() * estimate.velocity()[drive];
    }

    /** What Coulomb friction takes from the drive's effort: known in motion, at rest what would explain most. */
    private double friction(StateEstimator estimate, int i) {
        if (i < base) {
            return 0;
        }
        double most = joints.joint(i - base).dynamics().friction();
        double speed = estimate.velocity()[i - base];
        if (Math.abs(speed) >= settings.restSpeed()) {
            return most * Math.signum(speed);
        }
        return Math.max(-most, Math.min(most, -unresisted[i]));
    }

    /**
     * The variance of what the low pass leaves of white noise in efforts and in momenta, of the model's error, and of
     * friction at rest, any value of which is as likely as any other.
     */
    private void weigh(StateEstimator estimate, double step) {
        balance.inertia(q, inertia);
        double k = settings.bandwidth();
        double keeps = 1 / (1 + k * step);
        double ofEffort = (1 - keeps) / (1 + keeps);
        double ofMomentum = 2 * keeps * keeps * k * k / (1 + keeps);
        for (int i = 0; i < variance.length; i++) {
            double model = settings.modelShare() * drift[i];
            variance[i] = model * model;
            if (i >= base) {
                int drive = i - base;
                JointDynamics dynamics = joints.joint(drive).dynamics();
                boolean rests = Math.abs(estimate.velocity()[drive]) < settings.restSpeed();
                variance[i] += ofEffort * noise.variance()[drive]
                        + ofMomentum * inertia[i] * inertia[i] * estimate.velocityVariance()[drive]
                        + (rests ? dynamics.friction() * dynamics.friction() / 3 : 0)
                        + unknownLoss(drive);
            }
        }
    }

    /** Every drive loses something: a model that says nothing of it leaves it open. */
    private double unknownLoss(int drive) {
        JointDynamics dynamics = joints.joint(drive).dynamics();
        double limit = joints.joint(drive).limits().effort();
        if (dynamics.damping() > 0 || dynamics.friction() > 0 || Double.isInfinite(limit)) {
            return 0;
        }
        double deviation = settings.unknownLoss() * limit;
        return deviation * deviation;
    }

    /** What comes next has nothing to do with what came before. */
    public void forget() {
        started = false;
        noise.forget();
        Arrays.fill(external, Double.NaN);
        Arrays.fill(variance, Double.NaN);
    }

    /** How many coordinates are a floating base's: 6, or 0. */
    public int base() {
        return base;
    }

    /** N m or N, one entry a coordinate; NaN until a second frame with efforts has come. Live. */
    public double[] tauExternal() {
        return external;
    }

    /** (N m)² or N², one entry a coordinate; NaN where not known. Live. */
    public double[] variance() {
        return variance;
    }

    /** Where the robot was at the last update, nq entries. Live. */
    double[] configuration() {
        return q;
    }

    public MomentumObserverSettings settings() {
        return settings;
    }

    @Override
    public void save(CanonicalOutput out) {
        noise.save(out);
        out.putDoubles(q);
        out.putDoubles(v);
        out.putDoubles(unresisted);
        out.putDoubles(coulomb);
        out.putDoubles(lastMomentum);
        out.putDoubles(lastPush);
        out.putDoubles(external);
        out.putDoubles(variance);
        out.putBoolean(started);
        out.putLong(nanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        noise.restore(in);
        in.getDoubles(q);
        in.getDoubles(v);
        in.getDoubles(unresisted);
        in.getDoubles(coulomb);
        in.getDoubles(lastMomentum);
        in.getDoubles(lastPush);
        in.getDoubles(external);
        in.getDoubles(variance);
        started = in.getBoolean();
        nanos = in.getLong();
    }
}
