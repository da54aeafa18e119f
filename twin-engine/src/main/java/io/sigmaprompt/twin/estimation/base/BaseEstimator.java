package io.sigmaprompt.twin.estimation.base;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;
import java.util.Arrays;

/**
 * Pose and velocity of a free base by an error-state Kalman filter on SE(3): the IMU moves the state on (Solà, Quaternion
 * kinematics for the error-state Kalman filter, 2017), poses, velocities, standing feet and gravity correct it, and the
 * IMU's biases are learnt. Where no IMU speaks, the base is taken to go on as it went, with an uncertainty to match.
 *
 * <p>Of the first pose the world is made, if it tells an orientation. Poses may come up to 0.6 s late. Measurements that
 * contradict what is believed are left out, but for those that keep doing so. Arrays are live and read only.
 */
public final class BaseEstimator implements Restorable {
    /** Chi-square with 3 and 6 degrees of freedom, exceeded once in 100,000. */
    private static final double GATE_3 = 25.9;

    private static final double GATE_6 = 33.1;

    /** So long nothing may correct the base before gravity's direction is taken for the mean force's. */
    private static final long PATIENCE_NANOS = 10_000_000_000L;

    private static final long GRAVITY_NANOS = 200_000_000;
    private static final double[] STILL = new double[3];

    private final BaseEstimatorSettings settings;
    private final BaseState state = new BaseState();
    private final ErrorCovariance covariance = new ErrorCovariance();
    private final BaseCorrection correction = new BaseCorrection(state, covariance);
    private final PoseHistory history = new PoseHistory();
    private final MotionModel motion;
    private final PoseNoise noise;
    private final double[] then = new double[7];
    private final double[] pose = new double[7];
    private final double[] twist = new double[6];
    private boolean started;
    private boolean anchored;
    private long startNanos;
    private long correctedNanos;
    private long gravityNanos;
    private int rejected;
    private int contradicted;
    private double nis = Double.NaN;
    private int freedom;

    /**
     * An estimator that has heard nothing.
     *
     * @param start position in the world and quaternion (x, y, z, w)
     */
    public BaseEstimator(BaseEstimatorSettings settings, double[] start) {
        this.settings = settings;
        motion = new MotionModel(settings, state, covariance, history);
        noise = new PoseNoise(settings);
        state.place(start, Arrays.copyOfRange(start, 3, 7));
        covariance.reset(ErrorCovariance.POSITION, 1);
        covariance.reset(ErrorCovariance.VELOCITY, 1);
        covariance.reset(ErrorCovariance.ROTATION, 0.25);
        covariance.reset(ErrorCovariance.GYRO_BIAS, settings.gyroBias() * settings.gyroBias());
        covariance.reset(
                ErrorCovariance.ACCELEROMETER_BIAS, settings.accelerometerBias() * settings.accelerometerBias());
        tell();
    }

    /**
     * Takes what the IMU feels.
     *
     * @param at nanoseconds by the robot's clock
     * @param angularVelocity 3, rad/s, base axes
     * @param specificForce 3, m/s², base axes
     */
    public void imu(long at, double[] angularVelocity, double[] specificForce) {
        if (!begin(at)) {
            return;
        }
        motion.feel(at, angularVelocity, specificForce);
        stand(at, angularVelocity, specificForce);
        history.add(at, state);
        tell();
    }

    /** Whether something can be made of a message of this time. */
    private boolean begin(long at) {
        if (!started) {
            started = true;
            motion.begin(at);
            startNanos = at;
            correctedNanos = at;
            gravityNanos = at;
            history.add(at, state);
        }
        return at >= motion.nanos();
    }

    /**
     * Uses that a robot stands when it is first heard of; and, where nothing else has corrected it for long, that the mean
     * force of whatever moves about is gravity's.
     */
    private void stand(long at, double[] angularVelocity, double[] specificForce) {
        double size = length(specificForce);
        boolean quiet = length(angularVelocity) < 0.1 && Math.abs(size - settings.gravity()) < 1;
        if (!quiet) {
            return;
        }
        if ((at - startNanos) * 1e-9 < settings.restSeconds()) {
            double always = Double.POSITIVE_INFINITY;
            correction.gravity(specificForce, settings.gravity(), noise.white(settings.restForce()), always);
            correction.rest(angularVelocity, noise.white(settings.restRate()), always);
            correction.velocity(STILL, noise.white(settings.restVelocity()), always);
        } else if (at - correctedNanos > PATIENCE_NANOS && at - gravityNanos >= GRAVITY_NANOS) {
            gravityNanos = at;
            correction.gravity(specificForce, settings.gravity(), noise.white(1), GATE_3);
        }
    }

    private static double length(double[] a) {
        return Math.sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2]);
    }

    /**
     * Takes a pose.
     *
     * @param at when it was measured, nanoseconds by the robot's clock
     * @param position 3, world
     * @param orientation 4, x y z w, base to world, of either sign; or empty
     * @param poseCovariance 36, row-major, over x y z and the rotations about the world's axes, or empty
     */
    public void pose(long at, double[] position, double[] orientation, double[] poseCovariance) {
        begin(at);
        if (at > motion.nanos()) {
            motion.advance(at);
        }
        if (!anchored && orientation.length > 0) {
            anchor(position, orientation, poseCovariance);
            history.clear();
            history.add(motion.nanos(), state);
            tell();
            return;
        }
        double age = (motion.nanos() - at) * 1e-9;
        if (age <= 0) {
            System.arraycopy(state.position, 0, then, 0, 3);
            System.arraycopy(state.orientation, 0, then, 3, 4);
        } else if (!history.at(at, then)) {
            return;
        }
        boolean both = orientation.length > 0;
        double[] spread = both ? noise.ofPose(poseCovariance, state.rotation) : noise.ofPosition(poseCovariance);
        double gate = rejected >= settings.mostRejected() ? Double.POSITIVE_INFINITY : both ? GATE_6 : GATE_3;
        if (Double.isInfinite(gate)) {
            widen(position, both);
        }
        judge(correction.pose(then, Math.max(age, 0), position, orientation, spread, gate), both ? 6 : 3, gate);
        history.add(motion.nanos(), state);
        tell();
    }

    /** Poses keep contradicting: either they have jumped, or all that was believed is wrong. */
    private void widen(double[] position, boolean turned) {
        double square = 0;
        for (int i = 0; i < 3; i++) {
            square += (position[i] - then[i]) * (position[i] - then[i]);
        }
        covariance.add(ErrorCovariance.POSITION, square + 1e-4);
        covariance.add(ErrorCovariance.VELOCITY, 0.25);
        if (turned) {
            covariance.add(ErrorCovariance.ROTATION, 0.25);
        }
    }

    private void judge(double square, int numbers, double gate) {
        nis = square;
        freedom = numbers;
        rejected = square > gate ? rejected + 1 : 0;
        if (rejected == 0) {
            correctedNanos = motion.nanos();
        }
    }

    private void anchor(double[] position, double[] orientation, double[] poseCovariance) {
        anchored = true;
        state.place(position, orientation);
        double[] spread = noise.ofPose(poseCovariance, state.rotation);
        covariance.reset(ErrorCovariance.POSITION, 0);
        covariance.reset(ErrorCovariance.ROTATION, 0);
        double[] p = covariance.matrix();
        for (int i = 0; i < 6; i++) {
            int a = i < 3 ? i : i + 3;
            for (int j = 0; j < 6; j++) {
                p[a * ErrorCovariance.N + (j < 3 ? j : j + 3)] = spread[6 * i + j];
            }
        }
    }

    /**
     * Takes the base's velocity, as odometry or wheels tell it.
     *
     * @param linear 3, m/s, base axes
     * @param angular 3, rad/s, base axes, or empty; used while no IMU speaks
     * @param twistCovariance 36, row-major, linear first, or empty
     */
    public void velocity(long at, double[] linear, double[] angular, double[] twistCovariance) {
        if (!begin(at)) {
            return;
        }
        motion.advance(at);
        if (motion.silent(at) && angular.length > 0) {
            motion.turn(angular);
        }
        take(correction.velocity(linear, noise.ofVelocity(twistCovariance), GATE_3));
    }

    /** Notes how well three numbers of a velocity agreed. */
    private void take(double square) {
        nis = square;
        freedom = 3;
        if (square <= GATE_3) {
            correctedNanos = motion.nanos();
            contradicted = 0;
        } else if (++contradicted > settings.mostRejected()) {
            covariance.add(ErrorCovariance.VELOCITY, 1);
        }
        tell();
    }

    /**
     * A point of the robot stands still in the world, as a foot in contact does.
     *
     * @param r where it is, base axes, m
     * @param rdot how joints move it there, m/s
     * @param deviation how still it stands, m/s
     */
    public void standstill(long at, double[] r, double[] rdot, double deviation) {
        if (!begin(at)) {
            return;
        }
        motion.advance(at);
        take(correction.standstill(r, rdot, motion.rate(), noise.white(deviation), GATE_3));
    }

    /** What comes next has nothing to do with what came before; the biases stay. */
    public void forget() {
        started = false;
        anchored = false;
        rejected = 0;
        contradicted = 0;
        Arrays.fill(state.velocity, 0);
        covariance.reset(ErrorCovariance.POSITION, 1);
        covariance.reset(ErrorCovariance.VELOCITY, 1);
        covariance.reset(ErrorCovariance.ROTATION, 0.25);
        history.clear();
    }

    private void tell() {
        System.arraycopy(state.position, 0, pose, 0, 3);
        System.arraycopy(state.orientation, 0, pose, 3, 4);
        System.arraycopy(motion.rate(), 0, twist, 0, 3);
        state.toBase(state.velocity, then);
        System.arraycopy(then, 0, twist, 3, 3);
    }

    /** Whether anything was ever heard. */
    public boolean heard() {
        return started;
    }

    public long sourceNanos() {
        return motion.nanos();
    }

    /** Position in the world, m, and quaternion (x, y, z, w), base to world. */
    public double[] pose() {
        return pose;
    }

    /** Angular, then linear velocity, base axes, rad/s and m/s. */
    public double[] twist() {
        return twist;
    }

    /** Linear velocity in the world, m/s. */
    public double[] velocity() {
        return state.velocity;
    }

    /** 3, rad/s. */
    public double[] gyroBias() {
        return state.gyroBias;
    }

    /** 3, m/s². */
    public double[] accelerometerBias() {
        return state.accelerometerBias;
    }

    /**
     * 15 x 15, row-major: position and velocity (world axes), rotation (base axes), biases of gyro and accelerometer (base
     * axes).
     */
    public double[] covariance() {
        return covariance.matrix();
    }

    /** Normalised innovation squared of the last pose, velocity or standing foot; NaN before. */
    public double innovationNis() {
        return nis;
    }

    /** How many numbers {@link #innovationNis} is of. */
    public int innovationFreedom() {
        return freedom;
    }

    @Override
    public void save(CanonicalOutput out) {
        state.save(out);
        covariance.save(out);
        history.save(out);
        motion.save(out);
        out.putBoolean(started);
        out.putBoolean(anchored);
        out.putLong(startNanos);
        out.putLong(correctedNanos);
        out.putLong(gravityNanos);
        out.putInt(rejected);
        out.putInt(contradicted);
        out.putDouble(nis);
        out.putInt(freedom);
    }

    @Override
    public void restore(CanonicalInput in) {
        state.restore(in);
        covariance.restore(in);
        history.restore(in);
        motion.restore(in);
        started = in.getBoolean();
        anchored = in.getBoolean();
        startNanos = in.getLong();
        correctedNanos = in.getLong();
        gravityNanos = in.getLong();
        rejected = in.getInt();
        contradicted = in.getInt();
        nis = in.getDouble();
        freedom = in.getInt();
        tell();
    }
}
