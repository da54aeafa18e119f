package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.StraightLaw;

/**
 * What a drive's motor really did over a step: the step's law is a line, and where on it the motor was is known once the
 * next step brings the speed. Work is that of the mean speed, so that it is exactly what the joint gained.
 */
final class DriveMeter {
    /** Numbers of state. */
    static final int STATE = 9;

    private double force;
    private double slope;
    private double limit;
    private double speed;
    private double dt;
    /** Of the step closed last, A. */
    double current;
    /** Of the step closed last, W; negative where it flows back. */
    double power;
    /** Turned to heat in the winding, J. */
    double heat;
    /** Given to the rotor, J. */
    double work;

    /** Opens a step with the motor's law at the joint, N m, its greatest torque and the rotor's speed in joint units. */
    void open(StraightLaw law, double limit, double speed, double dt) {
        force = law.force;
        slope = law.slope;
        this.limit = limit;
        this.speed = speed;
        this.dt = dt;
    }

    /**
     * Closes the step.
     *
     * @param end rotor's speed now
     * @param constant torque at the joint per ampere
     * @param resistance of the winding, ohm
     * @return heat of the winding, W
     */
    double close(double end, double constant, double resistance) {
        double torque = Math.max(-limit, Math.min(limit, force - slope * (end - speed)));
        current = torque / constant;
        double loss = current * current * resistance;
        double mechanical = torque * 0.5 * (speed + end);
        power = loss + mechanical;
        heat += loss * dt;
        work += mechanical * dt;
        return loss;
    }

    double dt() {
        return dt;
    }

    void reset() {
        force = 0;
        slope = 0;
        limit = 0;
        speed = 0;
        dt = 0;
        current = 0;
        power = 0;
        heat = 0;
        work = 0;
    }

    void save(double[] out, int o) {
        out[o] = force;
        out[o + 1] = slope;
        out[o + 2] = limit;
        out[o + 3] = speed;
        out[o + 4] = dt;
        out[o + 5] = current;
        out[o + 6] = power;
        out[o + 7] = heat;
        out[o + 8] = work;
    }

    void restore(double[] in, int o) {
        force = in[o];
        slope = in[o + 1];
        limit = in[o + 2];
        speed = in[o + 3];
        dt = in[o + 4];
        current = in[o + 5];
        power = in[o + 6];
        heat = in[o + 7];
        work = in[o + 8];
    }
}
