package io.sigmaprompt.physics.actuator.mechanism;

import io.sigmaprompt.physics.actuator.ForceElement;
import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.actuator.transmission.ReferenceConfiguration;
import io.sigmaprompt.physics.actuator.transmission.Transmission;
import io.sigmaprompt.physics.actuator.transmission.Transmissions;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.RobotModel;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.Mechanism;
import java.util.List;

/**
 * The actuators that a robot's description has, by MuJoCo's actuation model (MuJoCo documentation, Computation, Actuation
 * model): a command, clamped, or its integral or filtered course, times a gain, plus a bias of length and velocity,
 * clamped, through a transmission to the joints. What actuators do to a tendon together is kept to its force range, what
 * they do to a joint of one coordinate to its effort limit.
 *
 * <p>A step's force is that of the activation at its beginning; the activation then moves on. Allocates nothing after
 * construction; one thread at a time.
 */
public final class MechanismActuators implements ForceElement {
    /** Numbers of state an actuator has. */
    private static final int STATE = 3;

    private final List<String> names;
    private final ActuatorLaw[] laws;
    private final Transmission[] transmissions;
    private final double[] inertia;
    private final double[] rates;
    private final StraightLaw[] lines;
    private final TendonForceLimit tendonLimits;
    private final JointEffortLimit jointLimits;

    /**
     * All actuators of a mechanism, their commands and activations 0.
     *
     * @param dynamics of the robot that the mechanism belongs to
     * @throws BadInputException if an actuator acts on what the robot has not, or is of a kind that is not simulated
     */
    public MechanismActuators(RobotDynamics dynamics, Mechanism mechanism) {
        RobotModel model = dynamics.model();
        List<Actuator> actuators = mechanism.actuators();
        Transmissions found = new Transmissions(dynamics, mechanism);
        int n = actuators.size();
        names = actuators.stream().map(Actuator::name).toList();
        laws = new ActuatorLaw[n];
        transmissions = new Transmission[n];
        inertia = new double[n];
        rates = new double[n];
        lines = new StraightLaw[n];
        double[] reference = ReferenceConfiguration.of(model, mechanism);
        FeltInertia felt = new FeltInertia(dynamics, reference);
        for (int i = 0; i < n; i++) {
            Actuator actuator = actuators.get(i);
            laws[i] = new ActuatorLaw(actuator);
            lines[i] = new StraightLaw();
            transmissions[i] = found.of(actuator);
            transmissions[i].update(reference);
            inertia[i] = felt.along(transmissions[i]);
            if (actuator.dampingRatio() != 0) {
                laws[i].damp(actuator.dampingRatio(), reflected(transmissions[i], felt));
            }
        }
        tendonLimits = new TendonForceLimit(actuators, mechanism);
        jointLimits = new JointEffortLimit(model, felt);
    }

    /** The inertia that MuJoCo damps critically: each joint's own, brought to the actuator, summed up. */
    private static double reflected(Transmission transmission, FeltInertia felt) {
        double sum = 0;
        for (int k = 0; k < transmission.dofs.length; k++) {
            double square = transmission.moment[k] * transmission.moment[k];
            if (square > 1e-15) {
                sum += felt.held(transmission.dofs[k]) / square;
            }
        }
        return sum;
    }

    /** In the order of the mechanism. */
    public List<String> names() {
        return names;
    }

    /**
     * The place of an actuator.
     *
     * @throws BadInputException if there is none of that name
     */
    public int index(String name) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new BadInputException(
                    "actuator '" + name + "'",
                    "no actuator has that name" + Suggestion.phrase(name, names),
                    "The robot has " + (names.isEmpty() ? "none" : String.join(", ", names)) + ".");
        }
        return index;
    }

    /**
     * Commands an actuator, from the coming step on.
     *
     * @throws BadInputException if the value is not finite
     */
    public void setControl(int actuator, double value) {
        laws[actuator].control = finite("control", actuator, value);
    }

    /** The command as given, before its clamp. */
    public double control(int actuator) {
        return laws[actuator].control;
    }

    /**
     * Puts an actuator's activation, as a keyframe does.
     *
     * @throws BadInputException if the value is not finite, or the actuator has no activation
     */
    public void setActivation(int actuator, double value) {
        if (!laws[actuator].hasActivation()) {
            throw new BadInputException(
                    "actuator '" + names.get(actuator) + "'",
                    "it has no activation, its dynamics are 'none'",
                    "Set its control instead.");
        }
        laws[actuator].activation = finite("activation", actuator, value);
    }

    /** Whether a command goes through an activation. */
    public boolean hasActivation(int actuator) {
        return laws[actuator].hasActivation();
    }

    /** The activation; 0 for an actuator that has none. */
    public double activation(int actuator) {
        return laws[actuator].activation;
    }

    /**
     * The force of the last step, before the gear: at the position foreseen for its end and the velocity of its beginning,
     * or, after {@link #settle}, what it came to.
     */
    public double force(int actuator) {
        return laws[actuator].force;
    }

    /**
     * Takes off the forces of the last {@link #apply} what its implicit part took off by the step's end. Call it once a
     * step, if at all: it changes what {@link #force} tells and nothing else.
     *
     * @param v velocity at the step's end (nv)
     */
    public void settle(double[] v) {
        for (int i = 0; i < laws.length; i++) {
            laws[i].force -= lines[i].slope * (transmissions[i].rate(v) - rates[i]);
            lines[i].slope = 0;
        }
    }

    /** Puts commands, activations and forces to 0. */
    public void reset() {
        for (ActuatorLaw law : laws) {
            law.control = 0;
            law.activation = 0;
            law.force = 0;
        }
        forgetLines();
    }

    @Override
    public void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal) {
        for (int i = 0; i < laws.length; i++) {
            transmissions[i].update(q);
            ActuatorLaw law = laws[i];
            rates[i] = transmissions[i].rate(v);
            law.evaluate(transmissions[i].length, rates[i], dt, lines[i]);
            lines[i].clamp(law.forceRange.lower(), law.forceRange.upper(), dt, inertia[i]);
        }
        tendonLimits.apply(lines);
        jointLimits.clear();
        for (int i = 0; i < laws.length; i++) {
            ActuatorLaw law = laws[i];
            law.force = lines[i].force;
            transmissions[i].push(lines[i], dt, jointLimits.tau, jointLimits.diagonal);
            law.advance(dt);
        }
        jointLimits.addTo(dt, tau, diagonal);
    }

    @Override
    public int stateSize() {
        return STATE * laws.length;
    }

    @Override
    public void save(double[] out, int offset) {
        int o = offset;
        for (ActuatorLaw law : laws) {
            out[o++] = law.control;
            out[o++] = law.activation;
            out[o++] = law.force;
        }
    }

    @Override
    public void restore(double[] in, int offset) {
        int o = offset;
        for (ActuatorLaw law : laws) {
            law.control = in[o++];
            law.activation = in[o++];
            law.force = in[o++];
        }
        forgetLines();
    }

    /** Leaves nothing to settle: the lines belong to a step that this state did not take. */
    private void forgetLines() {
        for (StraightLaw line : lines) {
            line.slope = 0;
        }
    }

    private double finite(String what, int actuator, double value) {
        if (!Double.isFinite(value)) {
            throw new BadInputException(
                    "actuator '" + names.get(actuator) + "'",
                    "its " + what + " would be " + value,
                    "Give a finite number.");
        }
        return value;
    }
}
