package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.StraightLaw;

/**
 * The state of a drive's inner loop: the integral and, between its samples, the torque held. The integral stands still
 * while the drive is saturated that way (conditional integration: Åström, Hägglund, PID Controllers, 2nd ed. 1995,
 * section 3.5), and begins anew with another mode.
 */
final class LoopTorque {
    /** Numbers of state. */
    static final int STATE = 5;

    /** Share of a period by which rounding may make a sample late. */
    private static final double ROUNDING = 1e-6;

    private final InnerLoop loop;
    private DriveMode mode = DriveMode.TORQUE;
    private double integral;
    private double held;
    private double sinceSample;
    /** -1, 0 or 1: which way the drive was saturated in the last step. */
    private double saturation;

    LoopTorque(InnerLoop loop) {
        this.loop = loop;
        reset();
    }

    void reset() {
        mode = DriveMode.TORQUE;
        integral = 0;
        held = 0;
        sinceSample = Double.POSITIVE_INFINITY;
        saturation = 0;
    }

    /** Tells which way the drive has been saturated in this step. */
    void saturated(double direction) {
        saturation = direction;
    }

    /** The torque at the joint that the loop asks for, from the motor's position and speed, in joint units. */
    void evaluate(DriveMode asked, DriveCommand command, double position, double speed, double dt, StraightLaw out) {
        if (asked != mode) {
            mode = asked;
            integral = 0;
            sinceSample = Double.POSITIVE_INFINITY;
        }
        if (loop.rate() * dt >= 1) {
            law(command, position, speed, dt, out);
            integrate(command, position, speed, dt);
            return;
        }
        double period = 1 / loop.rate();
        if (sinceSample >= period * (1 - ROUNDING)) {
            law(command, position, speed, 0, out);
            held = out.force;
            integrate(command, position, speed, period);
            sinceSample = sinceSample - period < period ? sinceSample - period : 0;
        }
        sinceSample += dt;
        out.set(held, 0);
    }

    private void law(DriveCommand command, double position, double speed, double dt, StraightLaw out) {
        if (mode == DriveMode.POSITION) {
            double error = command.value + dt * command.velocity - position - dt * speed;
            out.set(
                    loop.positionGain() * error + loop.positionDamping() * (command.velocity - speed) + integral,
                    loop.positionDamping() + dt * loop.positionGain());
        } else {
            out.set(loop.velocityGain() * (command.value - speed) + integral, loop.velocityGain());
        }
    }

    private void integrate(DriveCommand command, double position, double speed, double dt) {
        double rate = mode == DriveMode.POSITION
                ? loop.positionIntegral() * (command.value - position)
                : loop.velocityIntegral() * (command.value - speed);
        if (rate * saturation <= 0) {
            integral = Math.max(-loop.integralLimit(), Math.min(loop.integralLimit(), integral + dt * rate));
        }
    }

    void save(double[] out, int o) {
        out[o] = mode.ordinal();
        out[o + 1] = integral;
        out[o + 2] = held;
        out[o + 3] = sinceSample;
        out[o + 4] = saturation;
    }

    void restore(double[] in, int o) {
        mode = DriveMode.ofCode(in[o]);
        integral = in[o + 1];
        held = in[o + 2];
        sinceSample = in[o + 3];
        saturation = in[o + 4];
    }
}
