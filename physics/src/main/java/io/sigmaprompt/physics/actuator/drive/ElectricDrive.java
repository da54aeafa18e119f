package io.sigmaprompt.physics.actuator.drive;

import io.sigmaprompt.physics.actuator.GearedElement;
import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.actuator.battery.Battery;
import io.sigmaprompt.physics.actuator.transmission.Transmissions;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import org.jspecify.annotations.Nullable;

/**
 * An electric motor with its amplifier, its inner loop and its gear on a joint of one coordinate. With {@code k} the torque
 * at the joint per ampere, the winding gives {@code T = k·(u - k·v) / R} (Hughes, Drury, Electric Motors and Drives, 4th ed.
 * 2013, section 3.4): back-EMF makes the line of torque over speed, and is implicit. The current is kept within the
 * amplifier's limit, which falls as the winding warms, and within what the supply's voltage drives.
 *
 * <p>The gear's efficiency acts as friction in proportion to the torque, {@code 1 - η} of it where the motor drives and
 * {@code 1/η - 1} where it is driven. Dry friction is smoothed around rest by {@link DryFriction}, unless a constraint of
 * {@link #coulomb} holds the joint. The rotor's inertia is {@link #armature}, which belongs to the joint.
 *
 * <p>A command acts {@code latency} steps late. Power, heat and the current read are those of the step before the last
 * {@link #apply}: what an implicit step came to is known by its end. Allocates nothing; one thread at a time.
 */
public final class ElectricDrive implements GearedElement {
    private final String place;
    private final DriveParameters parameters;
    private final @Nullable Battery battery;
    private final int coordinate;
    private final int dof;
    private final double constant;
    private final double armature;
    private final Play play;
    private final WindingTemperature temperature;
    private final LoopTorque loop;
    private final DriveCommand command;
    private final DriveMeter meter = new DriveMeter();
    private final StraightLaw law = new StraightLaw();
    private final StraightLaw friction = new StraightLaw();
    private double dry;

    /**
     * A drive that is told to give no torque.
     *
     * @param joint of one coordinate
     * @param battery that feeds it and follows it in the step, or null for the motor's own constant voltage
     * @throws BadInputException if the robot has no such joint, or it has several coordinates
     */
    public ElectricDrive(RobotModel model, String joint, DriveParameters parameters, @Nullable Battery battery) {
        place = "electric drive of joint '" + joint + "'";
        int index = Transmissions.scalarJoint(model, place, joint);
        coordinate = model.qIndex(index);
        dof = model.vIndex(index);
        this.parameters = parameters;
        this.battery = battery;
        double ratio = parameters.gearbox().ratio();
        constant = ratio * parameters.motor().torqueConstant();
        armature = ratio * ratio * parameters.motor().rotorInertia();
        play = new Play(parameters.gearbox().backlash());
        temperature = new WindingTemperature(parameters.heat());
        loop = new LoopTorque(parameters.loop());
        command = new DriveCommand(parameters.latency());
    }

    /**
     * Tells the drive what to keep.
     *
     * @param value in the unit of the mode
     * @throws BadInputException if it is not finite
     */
    public void command(DriveMode mode, double value) {
        command(mode, value, 0);
    }

    /** Tells the drive to follow a position, rad, that moves at a velocity, rad/s. */
    public void commandPosition(double position, double velocity) {
        command(DriveMode.POSITION, position, velocity);
    }

    private void command(DriveMode mode, double value, double velocity) {
        if (!Double.isFinite(value + velocity)) {
            throw new BadInputException(
                    place, "it is told to keep a " + mode + " of " + value, "Give a finite number.");
        }
        command.give(mode, value, velocity);
    }

    @Override
    public int freedom() {
        return dof;
    }

    @Override
    public double stickingFriction() {
        return parameters.frictionByConstraint() ? dry : 0;
    }

    /** Inertia of the rotor at the joint, kg m² (kg for a slide): to be counted into the joint's armature. */
    @Override
    public double armature() {
        return armature;
    }

    /** Greatest dry friction of the joint in this step, N m: the drive's own and the gear's under the present torque. */
    public double coulomb() {
        return dry;
    }

    /** A. */
    public double current() {
        return meter.current;
    }

    /** What the motor takes from the supply, W; negative where it gives. */
    public double electricalPower() {
        return meter.power;
    }

    /** What the motor has taken from the supply, J. */
    public double electricalEnergy() {
        return meter.heat + meter.work;
    }

    /** Of the electrical energy, what has warmed the winding, J. */
    public double copperHeat() {
        return meter.heat;
    }

    /** Of the electrical energy, what has moved the rotor, J. */
    public double mechanicalWork() {
        return meter.work;
    }

    /** °C. */
    public double windingTemperature() {
        return temperature.winding;
    }

    /** °C. */
    public double housingTemperature() {
        return temperature.housing;
    }

    /** How far the rotor is ahead of the joint within the play, rad at the joint. */
    public double playOffset() {
        return play.offset;
    }

    /** Cold, without a command, the meters at zero. */
    public void reset() {
        command.reset();
        loop.reset();
        meter.reset();
        temperature.reset();
        play.offset = 0;
        play.rate = 0;
        dry = 0;
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        double speed = v[dof];
        double rotor = speed + play.rate;
        double heat = meter.close(rotor, constant, resistance());
        temperature.advance(heat, meter.dt());
        if (battery != null) {
            battery.draw(meter.power);
        }
        command.advance();
        double limit = limit();
        drive(q[coordinate] + play.offset, rotor, limit, dt);
        meter.open(law, limit, rotor, dt);
        play.transmit(law, dt, armature);
        double efficiency = parameters.gearbox().efficiency();
        double lost = law.force * speed >= 0 ? 1 - efficiency : 1 / efficiency - 1;
        dry = parameters.friction().dry(speed) + Math.abs(law.force) * lost;
        double viscous = parameters.friction().viscous();
        double force = law.force - viscous * speed;
        double slope = law.slope + viscous;
        if (!parameters.frictionByConstraint()) {
            DryFriction.evaluate(dry, speed, dt, armature, friction);
            force += friction.force;
            slope += friction.slope;
        }
        tau[dof] += force;
        diagonal[dof] += dt * slope;
    }

    private double resistance() {
        return parameters.motor().resistance() * temperature.resistanceFactor();
    }

    /** Greatest torque of the motor at the joint now, N m. */
    private double limit() {
        double derating = temperature.derating();
        double byCurrent =
                derating == 0 ? 0 : Math.abs(constant) * parameters.motor().currentLimit() * derating;
        return Math.min(byCurrent, parameters.gearbox().torqueLimit());
    }

    /** The motor's torque at the joint over the step, into {@link #law}. */
    private void drive(double position, double rotor, double limit, double dt) {
        double supply = battery == null ? parameters.motor().voltage() : battery.voltage();
        if (supply == 0) {
            // Switched off: the winding is open, the rotor runs free.
            law.set(0, 0);
            loop.saturated(0);
            return;
        }
        double damping = constant * constant / resistance();
        double byVoltage = Math.abs(constant) * supply / resistance();
        switch (command.mode) {
            case VOLTAGE -> {
                double voltage = Math.max(-supply, Math.min(supply, command.value));
                law.set(constant * voltage / resistance() - damping * rotor, damping);
            }
            case CURRENT -> law.set(constant * command.value, 0);
            case TORQUE -> law.set(command.value, 0);
            case POSITION, VELOCITY -> loop.evaluate(command.mode, command, position, rotor, dt, law);
        }
        double asked = law.force;
        if (Math.abs(law.force + damping * rotor) > byVoltage) {
            law.clamp(-byVoltage - damping * rotor, byVoltage - damping * rotor, dt, armature);
            law.slope = Math.max(law.slope, damping);
        }
        law.clamp(-limit, limit, dt, armature);
        loop.saturated(Math.signum(asked - law.force));
    }

    @Override
    public int stateSize() {
        return command.stateSize() + LoopTorque.STATE + DriveMeter.STATE + 5;
    }

    @Override
    public void save(double[] out, int offset) {
        out[offset] = play.offset;
        out[offset + 1] = play.rate;
        out[offset + 2] = temperature.winding;
        out[offset + 3] = temperature.housing;
        out[offset + 4] = dry;
        loop.save(out, offset + 5);
        meter.save(out, offset + 5 + LoopTorque.STATE);
        command.save(out, offset + 5 + LoopTorque.STATE + DriveMeter.STATE);
    }

    @Override
    public void restore(double[] in, int offset) {
        play.offset = in[offset];
        play.rate = in[offset + 1];
        temperature.winding = in[offset + 2];
        temperature.housing = in[offset + 3];
        dry = in[offset + 4];
        loop.restore(in, offset + 5);
        meter.restore(in, offset + 5 + LoopTorque.STATE);
        command.restore(in, offset + 5 + LoopTorque.STATE + DriveMeter.STATE);
    }
}
