package io.sigmaprompt.physics.actuator.servo;

import java.util.Arrays;
import java.util.List;

/**
 * The servos of a robot's drives: commands in, and out of them, for each step, a straight law of effort over the
 * velocity at the step's end, {@code effort = offset - slope·v⁺}, cut off at the effort limit.
 *
 * <p>Taking the servo's feedback at the end of the step (implicitly) keeps stiff gains on light joints stable at any
 * step. The references move on through the step as the commanded velocity and acceleration say, so that a caller
 * commands the state wanted at the step's beginning.
 */
public final class ServoBank {
    /** Numbers of state a drive has. */
    private static final int STATE = 7;

    private final int n;
    private final double[] kp;
    private final double[] kd;
    private final double[] ratedEffort;
    private final ActuatorMode[] mode;
    private final double[] position;
    private final double[] velocity;
    private final double[] acceleration;
    private final double[] effort;
    private final double[] limitFactor;
    private final double[] gain;
    private final double[] offset;
    private final double[] slope;

    /**
     * Servos at rest, each holding position 0.
     *
     * @param gains of each drive
     * @param ratedEffort greatest effort of each drive, N m or N; infinite for none
     */
    public ServoBank(List<ServoGains> gains, double[] ratedEffort) {
        n = gains.size();
        kp = new double[n];
        kd = new double[n];
        for (int d = 0; d < n; d++) {
            kp[d] = gains.get(d).kp();
            kd[d] = gains.get(d).kd();
        }
        this.ratedEffort = ratedEffort.clone();
        mode = new ActuatorMode[n];
        Arrays.fill(mode, ActuatorMode.POSITION);
        position = new double[n];
        velocity = new double[n];
        acceleration = new double[n];
        effort = new double[n];
        limitFactor = new double[n];
        Arrays.fill(limitFactor, 1);
        gain = new double[n];
        Arrays.fill(gain, 1);
        offset = new double[n];
        slope = new double[n];
    }

    /** Follow a position (rad or m) that moves with this velocity and acceleration. */
    public void commandPosition(int drive, double position, double velocity, double acceleration) {
        mode[drive] = ActuatorMode.POSITION;
        this.position[drive] = position;
        this.velocity[drive] = velocity;
        this.acceleration[drive] = acceleration;
    }

    /** Follow a velocity, rad/s or m/s. */
    public void commandVelocity(int drive, double velocity) {
        mode[drive] = ActuatorMode.VELOCITY;
        this.velocity[drive] = velocity;
        acceleration[drive] = 0;
    }

    /** Apply an effort, N m or N. */
    public void commandEffort(int drive, double effort) {
        mode[drive] = ActuatorMode.EFFORT;
        this.effort[drive] = effort;
        velocity[drive] = 0;
        acceleration[drive] = 0;
    }

    public ActuatorMode mode(int drive) {
        return mode[drive];
    }

    public ServoGains gains(int drive) {
        return new ServoGains(kp[drive], kd[drive]);
    }

    /** The velocity that the drive is told to have; 0 under an effort command. */
    public double commandedVelocity(int drive) {
        return velocity[drive];
    }

    /** The acceleration that the drive is told to have; 0 unless a position command brought one. */
    public double commandedAcceleration(int drive) {
        return acceleration[drive];
    }

    /** Multiplies the drive's rated effort; 1 is healthy. */
    public void scaleLimit(int drive, double factor) {
        limitFactor[drive] = factor;
    }

    /** A fault: what the drive applies is its law's effort times this, before saturation; 1 is healthy. */
    public void scaleEffort(int drive, double factor) {
        gain[drive] = factor;
    }

    /** The greatest effort the drive can apply now, N m or N. */
    public double limit(int drive) {
        return limitFactor[drive] == 0 ? 0 : ratedEffort[drive] * limitFactor[drive];
    }

    /**
     * Works out the drive's law for one step; read it by {@link #offset} and {@link #slope}.
     *
     * @param q position at the step's beginning
     * @param feedForward effort added to the feedback; an effort command ignores it
     * @param dt step, seconds
     */
    public void prepare(int drive, double q, double feedForward, double dt) {
        switch (mode[drive]) {
            case POSITION -> {
                double reference = position[drive] + dt * velocity[drive];
                offset[drive] = kp[drive] * (reference - q)
                        + kd[drive] * (velocity[drive] + dt * acceleration[drive])
                        + feedForward;
                slope[drive] = kd[drive] + dt * kp[drive];
            }
            case VELOCITY -> {
                offset[drive] = kd[drive] * velocity[drive] + feedForward;
                slope[drive] = kd[drive];
            }
            case EFFORT -> {
                double limit = limit(drive);
                offset[drive] = Math.max(-limit, Math.min(limit, effort[drive]));
                slope[drive] = 0;
            }
        }
        offset[drive] *= gain[drive];
        slope[drive] *= gain[drive];
    }

    /** Effort of the unsaturated law at v⁺ = 0. */
    public double offset(int drive) {
        return offset[drive];
    }

    /** How much effort the unsaturated law loses per unit of v⁺. */
    public double slope(int drive) {
        return slope[drive];
    }

    /** How many numbers {@link #save} writes. */
    public int stateSize() {
        return STATE * n;
    }

    /** Writes commands and faults at {@code o}. */
    public void save(double[] out, int o) {
        int i = o;
        for (int d = 0; d < n; d++) {
            out[i++] = mode[d].code();
            out[i++] = position[d];
            out[i++] = velocity[d];
            out[i++] = acceleration[d];
            out[i++] = effort[d];
            out[i++] = limitFactor[d];
            out[i++] = gain[d];
        }
    }

    /** Takes back what {@link #save} wrote at {@code o}. */
    public void restore(double[] in, int o) {
        int i = o;
        for (int d = 0; d < n; d++) {
            mode[d] = ActuatorMode.ofCode(in[i++]);
            position[d] = in[i++];
            velocity[d] = in[i++];
            acceleration[d] = in[i++];
            effort[d] = in[i++];
            limitFactor[d] = in[i++];
            gain[d] = in[i++];
        }
    }
}
