package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.actuator.servo.ServoBank;
import io.sigmaprompt.physics.actuator.servo.ServoGains;
import io.sigmaprompt.physics.codegen.CompiledDynamics;
import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.world.drive.AccelerationSolver;
import io.sigmaprompt.physics.world.drive.DriveForces;
import io.sigmaprompt.physics.world.drive.Drives;
import io.sigmaprompt.physics.world.drive.FeedForward;
import io.sigmaprompt.physics.world.drive.JointLosses;
import io.sigmaprompt.physics.world.drive.JointStops;
import io.sigmaprompt.physics.world.drive.MimicAcceleration;
import io.sigmaprompt.physics.world.drive.MimicReduction;
import io.sigmaprompt.physics.world.drive.NeutralInertia;
import io.sigmaprompt.physics.world.drive.RungeKutta;
import io.sigmaprompt.physics.world.drive.TreeAcceleration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One robot under its own servos: deterministic to the bit, without allocation in a step.
 *
 * <p>Its drives are the joints of one coordinate (revolute, continuous, prismatic) that mimic no other, in the model's
 * order. Mimic joints are tied to their leaders exactly: their coordinates are eliminated, and their losses felt at the
 * leader; their own limits are not watched. An effort limit of 0 or infinity is none. One thread at a time.
 */
public final class RobotSimulation {
    private final RobotModel model;
    private final SimulationSettings settings;
    private final Drives drives;
    private final MimicReduction mimics;
    private final JointLosses losses;
    private final ServoBank servos;
    private final FeedForward feedForward;
    private final RobotDynamics dynamics;
    private final AccelerationSolver acceleration;
    private final JointStops stops;
    private final DriveForces forces;
    private final ConfigurationSpace space;
    private final RungeKutta rungeKutta;
    private final double[] q;
    private final double[] v;
    private final double[] vdot;
    private final double[] effort;
    private final double[] before;
    private final double[] scratch;
    private double time;

    /**
     * The robot at rest in its neutral configuration, holding it, under servos that know it well.
     *
     * @throws BadInputException if the model cannot be simulated: a drive that moves no mass, impossible inertias, or a
     *     mimic joint that follows nothing
     */
    public RobotSimulation(RobotModel model, SimulationSettings settings) {
        this(model, model, settings);
    }

    /**
     * A robot whose controller takes it for another: servos are tuned, and bias is compensated, for what it believes.
     *
     * @param model the robot as it is
     * @param believed the robot its controller counts with: the same joints, with other inertias and losses
     * @throws BadInputException if the model cannot be simulated, or the two have not the same coordinates
     */
    public RobotSimulation(RobotModel model, RobotModel believed, SimulationSettings settings) {
        requireSameCoordinates(model, believed);
        this.model = model;
        this.settings = settings;
        Vec3 gravity = new Vec3(0, 0, -settings.gravity());
        dynamics = CompiledDynamics.of(model, gravity);
        RobotDynamics imagined = believed == model ? dynamics : CompiledDynamics.of(believed, gravity);
        drives = new Drives(model);
        mimics = new MimicReduction(model);
        losses = new JointLosses(model, believed, drives, mimics);
        NeutralInertia inertia = new NeutralInertia(dynamics, drives, mimics, losses.armature);
        NeutralInertia tuned = believed == model
                ? inertia
                : new NeutralInertia(
                        imagined, drives, mimics, new JointLosses(believed, believed, drives, mimics).armature);
        servos = servos(tuned.held);
        feedForward = new FeedForward(imagined, drives, servos, losses, mimics);
        acceleration = mimics.any ? new MimicAcceleration(dynamics, mimics) : new TreeAcceleration(dynamics);
        stops = new JointStops(model, drives, inertia.held);
        forces = new DriveForces(model.nv(), drives, servos, losses, stops);
        space = new ConfigurationSpace(model);
        rungeKutta = new RungeKutta(space, acceleration, losses, drives, inertia.inverseFree);
        q = new double[model.nq()];
        v = new double[model.nv()];
        vdot = new double[model.nv()];
        before = new double[model.nq()];
        scratch = new double[model.nv()];
        effort = new double[drives.count];
        reset(model.neutral(), new double[model.nv()]);
        prepareKernels();
    }

    private static void requireSameCoordinates(RobotModel model, RobotModel believed) {
        List<String> joints = model.joints().stream().map(Joint::name).toList();
        List<String> others = believed.joints().stream().map(Joint::name).toList();
        if (model.nq() != believed.nq() || model.nv() != believed.nv() || !joints.equals(others)) {
            throw new BadInputException(
                    "robot '" + model.name() + "'",
                    "its controller believes in a robot with the joints " + others + ", but it has " + joints,
                    "Change masses, inertias and losses alone.");
        }
    }

    /** Asks once for all that a step asks for, so that no step waits for a kernel to be made. */
    private void prepareKernels() {
        if (settings.biasCompensation()) {
            feedForward.update(q, v);
        }
        acceleration.update(q, v);
        acceleration.solve(new double[v.length], losses.armature, scratch);
    }

    private ServoBank servos(double[] inertia) {
        List<ServoGains> gains = new ArrayList<>();
        double[] limits = new double[drives.count];
        for (int d = 0; d < drives.count; d++) {
            gains.add(ServoGains.forInertia(inertia[d], settings.servoFrequency(), settings.servoDamping()));
            double limit = model.joints().get(drives.joint[d]).limits().effort();
            limits[d] = limit > 0 ? limit : Double.POSITIVE_INFINITY;
        }
        return new ServoBank(gains, limits);
    }

    public RobotModel model() {
        return model;
    }

    /** Which kernel computes its dynamics: {@code "compiled"} or {@code "generic"}. */
    public String kernel() {
        return dynamics.kernel();
    }

    /** How many drives there are. */
    public int driveCount() {
        return drives.count;
    }

    /** Index in the model of the joint that a drive moves. */
    public int driveJoint(int drive) {
        return drives.joint[drive];
    }

    /** Name of the joint that a drive moves. */
    public String driveName(int drive) {
        return drives.name(drive);
    }

    /** The drive of the joint of that name, or -1. */
    public int drive(String jointName) {
        return drives.indexOf(jointName);
    }

    /**
     * Puts the robot into a state, its servos holding the position there; time goes back to 0, faults stay.
     *
     * @param q configuration (nq); followers are put where their leaders want them
     * @param v velocity (nv)
     * @throws BadInputException if a length is wrong or a number not finite
     */
    public void reset(double[] q, double[] v) {
        copy("q", q, this.q);
        copy("v", v, this.v);
        Arrays.fill(scratch, 0);
        space.retract(this.q, scratch, this.q);
        mimics.follow(this.q, this.v);
        Arrays.fill(vdot, 0);
        Arrays.fill(effort, 0);
        Arrays.fill(forces.external, 0);
        time = 0;
        for (int d = 0; d < drives.count; d++) {
            servos.commandPosition(d, position(d), 0, 0);
        }
    }

    private void copy(String what, double[] from, double[] to) {
        if (from.length != to.length) {
            throw new BadInputException(
                    "robot '" + model.name() + "', " + what,
                    "expected " + to.length + " numbers, found " + from.length,
                    "Order them as the model does; a floating base stands first.");
        }
        for (double number : from) {
            requireFinite(what, number);
        }
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private void requireFinite(String what, double number) {
        if (!Double.isFinite(number)) {
            throw new BadInputException(
                    "robot '" + model.name() + "', " + what,
                    "expected a finite number, found " + number,
                    "Look at where this number was computed or measured.");
        }
    }

    private void requireFinite(int drive, String what, double number) {
        if (!Double.isFinite(number)) {
            requireFinite("joint '" + drives.name(drive) + "', " + what, number);
        }
    }

    /** Puts one drive (and its followers) into a state, rad or m and rad/s or m/s; its command stays. */
    public void setDrive(int drive, double position, double velocity) {
        requireFinite(drive, "position", position);
        requireFinite(drive, "velocity", velocity);
        q[drives.q[drive]] = position;
        v[drives.v[drive]] = velocity;
        mimics.follow(q, v);
    }

    /**
     * Lets a drive follow a position from now on; call it before each step for a moving one, with the state that is
     * wanted at {@link #time()}.
     *
     * @param position rad or m
     * @param velocity rad/s or m/s
     * @param acceleration rad/s² or m/s², fed forward where bias compensation is on; may be 0
     */
    public void commandPosition(int drive, double position, double velocity, double acceleration) {
        requireFinite(drive, "position command", position);
        requireFinite(drive, "velocity command", velocity);
        requireFinite(drive, "acceleration command", acceleration);
        servos.commandPosition(drive, position, velocity, acceleration);
    }

    /** Lets a drive follow a velocity from now on, rad/s or m/s. */
    public void commandVelocity(int drive, double velocity) {
        requireFinite(drive, "velocity command", velocity);
        servos.commandVelocity(drive, velocity);
    }

    /** Lets a drive apply an effort from now on, N m or N, up to its limit, with nothing added. */
    public void commandEffort(int drive, double effort) {
        requireFinite(drive, "effort command", effort);
        servos.commandEffort(drive, effort);
    }

    /**
     * Moves the robot through time.
     *
     * @param dt seconds, positive
     */
    public void step(double dt) {
        if (!(dt > 0) || dt == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "robot '" + model.name() + "', step", "expected seconds above 0, found " + dt, "Use 0.001.");
        }
        boolean compensate = settings.biasCompensation();
        if (compensate) {
            feedForward.update(q, v);
        }
        for (int d = 0; d < drives.count; d++) {
            servos.prepare(d, q[drives.q[d]], compensate ? feedForward.effort(d) : 0, dt);
        }
        acceleration.update(q, v);
        forces.solve(acceleration, q, v, dt, vdot);
        System.arraycopy(forces.effort, 0, effort, 0, effort.length);
        if (settings.integrator() == Integrator.SEMI_IMPLICIT_EULER || !stepRungeKutta(dt)) {
            space.stepSemiImplicit(q, v, vdot, dt, scratch);
        }
        mimics.follow(q, v);
        time += dt;
    }

    /** False, with nothing changed, where a stop is touched or would be passed: impacts have no fourth order. */
    private boolean stepRungeKutta(double dt) {
        if (forces.touchesStop()) {
            return false;
        }
        System.arraycopy(q, 0, before, 0, q.length);
        System.arraycopy(v, 0, scratch, 0, v.length);
        rungeKutta.step(q, v, forces.held, dt);
        if (stops.passed(drives, before, q)) {
            System.arraycopy(before, 0, q, 0, q.length);
            System.arraycopy(scratch, 0, v, 0, v.length);
            return false;
        }
        for (int i = 0; i < v.length; i++) {
            vdot[i] = (v[i] - scratch[i]) / dt;
        }
        return true;
    }

    /**
     * What the servos, without saturation, apply over a step that ends at the velocity of now, with the present commands:
     * the effort that a robot whose state was measured at the end of a step must have applied over it.
     *
     * @param dt seconds of that step, positive
     * @param out Modified. one entry a drive, N m or N; no limit cuts it off
     */
    public void demand(double dt, double[] out) {
        boolean compensate = settings.biasCompensation();
        if (compensate) {
            feedForward.update(q, v);
        }
        for (int d = 0; d < drives.count; d++) {
            double speed = v[drives.v[d]];
            servos.prepare(d, q[drives.q[d]] - dt * speed, compensate ? feedForward.effort(d) : 0, dt);
            out[d] = servos.offset(d) - servos.slope(d) * speed;
        }
    }

    /** Seconds since the last reset. */
    public double time() {
        return time;
    }

    /** Position of a drive's joint, rad or m. */
    public double position(int drive) {
        return q[drives.q[drive]];
    }

    /** Velocity of a drive's joint, rad/s or m/s. */
    public double velocity(int drive) {
        return v[drives.v[drive]];
    }

    /** Acceleration of a drive's joint over the last step, rad/s² or m/s². */
    public double acceleration(int drive) {
        return vdot[drives.v[drive]];
    }

    /** What the actuator applied over the last step, after saturation, N m or N. */
    public double effort(int drive) {
        return effort[drive];
    }

    /** The configuration (nq), live: read it, do not write it. */
    public double[] q() {
        return q;
    }

    /** The velocity (nv), live: read it, do not write it. */
    public double[] v() {
        return v;
    }

    /** A fault: multiplies friction and damping of a drive's joint, 1 is healthy. The compensation does not know it. */
    public void scaleFriction(int drive, double factor) {
        requireFactor(drive, "friction", factor);
        losses.scale(drive, factor);
    }

    /** A fault: multiplies what a drive's actuator can apply at most, 1 is healthy. */
    public void scaleEffortLimit(int drive, double factor) {
        requireFactor(drive, "effort limit", factor);
        servos.scaleLimit(drive, factor);
    }

    /** A fault: multiplies what a drive's servo asks for before it is applied, 1 is healthy and 0 limp. */
    public void scaleEffort(int drive, double factor) {
        requireFactor(drive, "effort", factor);
        servos.scaleEffort(drive, factor);
    }

    /** A fault: resists a drive's motion with so much effort, N m or N, as a brake or a seized bearing; 0 lets go. */
    public void brake(int drive, double effort) {
        requireFactor(drive, "brake", effort);
        losses.brake(drive, effort);
    }

    /**
     * What acts on the robot from outside from now on, such as {@code Jᵀ·f} of a push; {@link #reset} ends it. It is no
     * part of the saved state.
     *
     * @param tau generalised force (nv), N m and N
     */
    public void setExternalForce(double[] tau) {
        System.arraycopy(tau, 0, forces.external, 0, forces.external.length);
    }

    /** The robot's own dynamics, shared with the simulation: between its steps anything may be asked of it. */
    public RobotDynamics dynamics() {
        return dynamics;
    }

    /** Gains of a drive's servo. */
    public ServoGains gains(int drive) {
        return servos.gains(drive);
    }

    private void requireFactor(int drive, String what, double factor) {
        if (!(factor >= 0) || factor == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "joint '" + drives.name(drive) + "', factor of " + what,
                    "expected 0 or more, found " + factor,
                    "1 leaves the joint as it is, 3 triples it.");
        }
    }

    /** How many numbers {@link #save} writes. */
    public int stateSize() {
        return 1 + q.length + 2 * v.length + 3 * drives.count + servos.stateSize();
    }

    /**
     * Writes all that decides the future: state, commands, faults and time.
     *
     * @param out Modified. {@link #stateSize} numbers at {@code offset}
     */
    public void save(double[] out, int offset) {
        int o = offset;
        out[o++] = time;
        o = append(q, out, o);
        o = append(v, out, o);
        o = append(vdot, out, o);
        o = append(effort, out, o);
        for (int d = 0; d < drives.count; d++) {
            out[o++] = losses.factor(d);
            out[o++] = losses.brake(d);
        }
        servos.save(out, o);
    }

    private static int append(double[] from, double[] out, int o) {
        System.arraycopy(from, 0, out, o, from.length);
        return o + from.length;
    }

    /** Takes back what {@link #save} wrote at {@code offset}; the steps that follow repeat bit by bit. */
    public void restore(double[] in, int offset) {
        int o = offset;
        time = in[o++];
        o = take(in, o, q);
        o = take(in, o, v);
        o = take(in, o, vdot);
        o = take(in, o, effort);
        for (int d = 0; d < drives.count; d++) {
            losses.scale(d, in[o++]);
            losses.brake(d, in[o++]);
        }
        servos.restore(in, o);
    }

    private static int take(double[] in, int o, double[] to) {
        System.arraycopy(in, o, to, 0, to.length);
        return o + to.length;
    }
}
