package io.sigmaprompt.twin.estimation;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import io.sigmaprompt.twin.codec.Restorable;

/**
 * Position, velocity and acceleration of one joint from measured positions, and velocities where there are any: a Kalman
 * filter whose jerk is white noise (Bar-Shalom, Li, Kirubarajan, Estimation with Applications to Tracking and Navigation,
 * 2001, section 6.2.3), at whatever times measurements come.
 *
 * <p>It learns how exact its measurements are ({@link MeasurementNoise}) and how restless the joint is: the jerk's density
 * grows where innovations are larger than their variance or follow one another with the same sign, and falls where they
 * do not (Mehra, On the identification of variances and adaptive Kalman filtering, IEEE TAC 1970). A measurement beyond
 * the gate is left out once; a second one in a row that says the same is believed, and the state's variance is widened by
 * the least jerk that explains it.
 *
 * <p>Next to the state runs its error under a jerk of one unit, through the very same gains: that of the acceleration is
 * the seconds by which the acceleration lags, now, whatever the gains have been.
 */
final class JointFilter implements Restorable {
    private static final double MEMORY = 15;

    /** Where nothing is known of them yet, rad/s and rad/s². */
    private static final double FIRST_SPEED = 3;

    private static final double FIRST_ACCELERATION = 30;

    private final JointFilterSettings settings;
    private final MeasurementNoise positionNoise;
    private final MeasurementNoise velocityNoise;

    private final VelocityOffset offset;
    private final JointMotion motion;
    private final double[] first = new double[3];
    private double jerkDensity;
    private long nanos;
    private boolean started;
    private double nis = Double.NaN;
    private int freedom;
    private int rejected;
    private double rejectedInnovation;

    /** When a position was last believed. */
    private long believedNanos;

    JointFilter(JointFilterSettings settings, double position) {
        this.settings = settings;
        positionNoise = new MeasurementNoise(settings.position());
        velocityNoise = new MeasurementNoise(settings.velocity());
        jerkDensity = settings.jerkDensity();
        offset = new VelocityOffset(settings.offset());
        motion = new JointMotion(position);
    }

    /**
     * Takes a measurement.
     *
     * @param at nanoseconds by the robot's clock
     * @param position rad or m
     * @param velocity rad/s or m/s, or NaN where none is measured
     */
    void update(long at, double position, double velocity) {
        double step = (at - nanos) * 1e-9;
        if (!started || step <= 0 || step > settings.pauseSeconds()) {
            boolean after = started && step > 0;
            begin(at, position, velocity, after ? (position - motion.position()) / step : 0);
            return;
        }
        nanos = at;
        motion.predict(step, jerkDensity, offset.variance());
        nis = 0;
        freedom = 0;
        boolean measured = !Double.isNaN(velocity);
        if (measured) {
            offset.look(position, velocity, step);
        }
        positionNoise.look(position);
        if (!takePosition(position)) {
            begin(at, position, velocity, 0);
            return;
        }
        if (measured) {
            velocityNoise.look(velocity);
            takeVelocity(velocity);
        }
    }

    /** What comes next has nothing to do with what came before; what was learnt of noise stays. */
    void forget() {
        started = false;
    }

    /** Starts from a measurement alone. */
    private void begin(long at, double position, double velocity, double slope) {
        positionNoise.forget();
        velocityNoise.forget();
        offset.forget();
        positionNoise.look(position);
        boolean measured = !Double.isNaN(velocity);
        if (measured) {
            velocityNoise.look(velocity);
        }
        first[0] = positionNoise.variance();
        first[1] = measured ? velocityNoise.variance() : FIRST_SPEED * FIRST_SPEED;
        first[2] = FIRST_ACCELERATION * FIRST_ACCELERATION;
        motion.begin(position, measured ? velocity : slope, first, offset.variance(), measured);
        jerkDensity = Math.max(jerkDensity, settings.jerkDensity());
        nis = Double.NaN;
        freedom = 0;
        rejected = 0;
        nanos = at;
        believedNanos = at;
        started = true;
    }

    /** Returns false where the joint has jumped. */
    private boolean takePosition(double measured) {
        double innovation = positionNoise.innovation(measured, motion.expectedPosition());
        double variance = motion.expectedPositionVariance() + positionNoise.variance();
        double square = innovation * innovation / variance;
        nis += square;
        freedom++;
        if (square > settings.gate()) {
            positionNoise.doubt();
            boolean again = rejected > 0
                    && innovation * rejectedInnovation > 0
                    && Math.abs(innovation) > 0.5 * Math.abs(rejectedInnovation);
            if (!again && rejected < settings.mostRejected()) {
                rejected++;
                rejectedInnovation = innovation;
                return true;
            }
            if (!widen(innovation * innovation - variance)) {
                return false;
            }
            motion.correctPosition(innovation, positionNoise.variance());
        } else {
            learn(positionNoise, innovation, variance, motion.correctPosition(innovation, positionNoise.variance()));
        }
        rejected = 0;
        believedNanos = nanos;
        return true;
    }

    private void takeVelocity(double measured) {
        double innovation = velocityNoise.innovation(measured, motion.expectedVelocity());
        double variance = motion.expectedVelocityVariance() + velocityNoise.variance();
        double square = innovation * innovation / variance;
        nis += square;
        freedom++;
        if (square > settings.gate()) {
            // Positions say how the joint moves; a velocity that keeps disagreeing is but less exact than believed.
            velocityNoise.doubt();
        } else {
            learn(velocityNoise, innovation, variance, motion.correctVelocity(innovation, velocityNoise.variance()));
        }
    }

    private void learn(MeasurementNoise noise, double innovation, double variance, double gain) {
        if (noise.repeated()) {
            return;
        }
        double square = innovation * innovation / variance;
        double follows = noise.follows(innovation, variance);
        noise.learn(square, gain, follows);
        double ratio = 1 + Math.max(-1, Math.min(MEMORY, gain * (square - 1) + follows)) / MEMORY;
        jerkDensity = Math.max(settings.leastJerkDensity(), Math.min(settings.mostJerkDensity(), jerkDensity * ratio));
    }

    /** Makes room for an innovation by the least white jerk since the last position that was believed. */
    private boolean widen(double missing) {
        double t = (nanos - believedNanos) * 1e-9;
        double density = 20 * missing / (t * t * t * t * t);
        if (density * t > settings.mostAcceleration() * settings.mostAcceleration()) {
            return false;
        }
        motion.disturb(density, t);
        return true;
    }

    JointMotion motion() {
        return motion;
    }

    /** Of the last measurement; NaN where it was a first one. */
    double nis() {
        return nis;
    }

    /** How many numbers the last measurement was compared in. */
    int freedom() {
        return freedom;
    }

    @Override
    public void save(CanonicalOutput out) {
        positionNoise.save(out);
        velocityNoise.save(out);
        offset.save(out);
        motion.save(out);
        out.putDouble(jerkDensity);
        out.putLong(nanos);
        out.putBoolean(started);
        out.putDouble(nis);
        out.putInt(freedom);
        out.putInt(rejected);
        out.putDouble(rejectedInnovation);
        out.putLong(believedNanos);
    }

    @Override
    public void restore(CanonicalInput in) {
        positionNoise.restore(in);
        velocityNoise.restore(in);
        offset.restore(in);
        motion.restore(in);
        jerkDensity = in.getDouble();
        nanos = in.getLong();
        started = in.getBoolean();
        nis = in.getDouble();
        freedom = in.getInt();
        rejected = in.getInt();
        rejectedInnovation = in.getDouble();
        believedNanos = in.getLong();
    }
}
