package io.sigmaprompt.physics.actuator.device;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.Range;
import io.sigmaprompt.physics.actuator.transmission.PlacedFrame;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Frame;

/**
 * A propeller on a frame, thrusting along its z: {@code T = k_T·ω²}, and the air's moment {@code k_Q·ω²} against its turning
 * (Mahony, Kumar, Corke, Multirotor aerial vehicles, IEEE Robotics and Automation Magazine 19(3), 2012, equations 5 and 7).
 * The speed follows its command as a first-order lag, exactly. Near the ground thrust grows by {@code 1 / (1 - (R/4z)²)}
 * (Cheeseman, Bennett, The effect of the ground on a helicopter rotor in forward flight, ARC R&M 3021, 1955), which is
 * held below half a radius, where it is no longer measured.
 *
 * <p>A step's thrust is that of the speed at its beginning. Allocates nothing; one thread at a time.
 */
public final class Propeller implements ForceElement {
    /** Heights below this many radii are taken as this. */
    private static final double LEAST_HEIGHT = 0.5;

    private final PropellerParameters parameters;
    private final RobotDynamics dynamics;
    private final PlacedFrame frame;
    private final double ground;
    private final double[] poses;
    private final double[] force = new double[3];
    private final double[] moment = new double[3];
    private double command;
    private double speed;
    private double thrust;

    /**
     * A propeller at rest.
     *
     * @param ground height of the ground in the world, m
     */
    public Propeller(RobotDynamics dynamics, Frame frame, PropellerParameters parameters, double ground) {
        Range.finite("propeller, ground", ground);
        this.dynamics = dynamics;
        this.parameters = parameters;
        this.frame = new PlacedFrame(dynamics, frame);
        this.ground = ground;
        poses = new double[12 * dynamics.model().links().size()];
    }

    /**
     * Asks for a speed, rad/s, from 0; more than the greatest is taken as that.
     *
     * @throws BadInputException if it is negative or no number
     */
    public void command(double speed) {
        Range.notNegative("propeller, speed", speed);
        command = Math.min(speed, parameters.greatestSpeed());
    }

    /** Now, rad/s. */
    public double speed() {
        return speed;
    }

    /** In the last step, N. */
    public double thrust() {
        return thrust;
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        dynamics.linkPoses(q, poses);
        frame.update(q, poses);
        double square = speed * speed;
        thrust = parameters.thrust() * square * groundEffect(frame.pose[11] - ground);
        double drag = (parameters.clockwise() ? 1 : -1) * parameters.drag() * square;
        for (int r = 0; r < 3; r++) {
            double axis = frame.pose[3 * r + 2];
            force[r] = thrust * axis;
            moment[r] = drag * axis;
        }
        for (int i = 0; i < dynamics.model().nv(); i++) {
            tau[i] += frame.along(i, moment, force);
        }
        speed = parameters.timeConstant() == 0
                ? command
                : speed - (command - speed) * StrictMath.expm1(-dt / parameters.timeConstant());
    }

    private double groundEffect(double height) {
        if (parameters.groundRadius() == 0) {
            return 1;
        }
        double x = parameters.groundRadius() / (4 * Math.max(height, LEAST_HEIGHT * parameters.groundRadius()));
        return 1 / (1 - x * x);
    }

    @Override
    public int stateSize() {
        return 3;
    }

    @Override
    public void save(double[] out, int offset) {
        out[offset] = command;
        out[offset + 1] = speed;
        out[offset + 2] = thrust;
    }

    @Override
    public void restore(double[] in, int offset) {
        command = in[offset];
        speed = in[offset + 1];
        thrust = in[offset + 2];
    }
}
