package io.sigmaprompt.physics.actuator.mechanism;

import io.sigmaprompt.physics.actuator.StraightLaw;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.mechanism.Actuator;
import io.sigmaprompt.physics.model.mechanism.Interval;
import java.util.List;

/**
 * One actuator's way from control to force: {@code activation' = dynamics(control)}, {@code force = gain·activation +
 * bias} (MuJoCo documentation, Computation, Actuation model).
 */
final class ActuatorLaw {
    /** How a control becomes an activation. */
    private enum Dynamics {
        NONE,
        INTEGRATOR,
        FILTER,
        FILTEREXACT
    }

    /** As MuJoCo's mjMINVAL: no time constant is shorter. */
    private static final double SHORTEST = 1e-15;

    final String name;
    private final Dynamics dynamics;
    private final double timeConstant;
    private final double[] gain;
    private final double[] bias;
    private final Interval controlRange;
    private final Interval activationRange;
    final Interval forceRange;

    double control;
    double activation;
    /** Of the last step, after its clamps. */
    double force;

    ActuatorLaw(Actuator actuator) {
        name = actuator.name();
        String place = "actuator '" + name + "'";
        dynamics = switch (actuator.dynamics()) {
            case "none" -> Dynamics.NONE;
            case "integrator" -> Dynamics.INTEGRATOR;
            case "filter" -> Dynamics.FILTER;
            case "filterexact" -> Dynamics.FILTEREXACT;
            default -> throw refused(place, "dynamics", actuator.dynamics(), "none, integrator, filter or filterexact");
        };
        timeConstant = Math.max(SHORTEST, entry(actuator.dynamicsParameters(), 0));
        gain = switch (actuator.gain()) {
            case "fixed" -> new double[] {entry(actuator.gainParameters(), 0), 0, 0};
            case "affine" -> firstThree(actuator.gainParameters());
            default -> throw refused(place, "gain", actuator.gain(), "fixed or affine");
        };
        bias = switch (actuator.bias()) {
            case "none" -> new double[3];
            case "affine" -> firstThree(actuator.biasParameters());
            default -> throw refused(place, "bias", actuator.bias(), "none or affine");
        };
        controlRange = ordered(place, "control range", actuator.control());
        activationRange = ordered(place, "activation range", actuator.activation());
        forceRange = ordered(place, "force range", actuator.force());
    }

    /**
     * Gives a position servo the damping that its ratio asks for.
     *
     * @param inertia that the servo moves, in units of its length
     */
    void damp(double ratio, double inertia) {
        bias[2] = -2 * ratio * Math.sqrt(gain[0] * inertia);
    }

    boolean hasActivation() {
        return dynamics != Dynamics.NONE;
    }

    /** The unclamped force over a step. */
    void evaluate(double length, double rate, double dt, StraightLaw out) {
        double input = hasActivation() ? activation : clamp(controlRange, control);
        double end = length + dt * rate;
        double constant = gain[0] * input + bias[0];
        double byLength = gain[1] * input + bias[1];
        double byRate = gain[2] * input + bias[2];
        // What drives away instead of holding is left explicit: the mass matrix may only gain.
        out.set(constant + byLength * end + byRate * rate, Math.max(0, -byRate) + dt * Math.max(0, -byLength));
    }

    /** Moves the activation on by one step (MuJoCo, mj_nextActivation). */
    void advance(double dt) {
        double input = clamp(controlRange, control);
        double next =
                switch (dynamics) {
                    case NONE -> 0;
                    case INTEGRATOR -> activation + dt * input;
                    case FILTER -> activation + dt * (input - activation) / timeConstant;
                    case FILTEREXACT -> activation - (input - activation) * StrictMath.expm1(-dt / timeConstant);
                };
        activation = hasActivation() ? clamp(activationRange, next) : 0;
    }

    private static double clamp(Interval range, double value) {
        return Math.max(range.lower(), Math.min(range.upper(), value));
    }

    private static double entry(List<Double> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }

    private static double[] firstThree(List<Double> numbers) {
        return new double[] {entry(numbers, 0), entry(numbers, 1), entry(numbers, 2)};
    }

    private static Interval ordered(String place, String what, Interval range) {
        if (!(range.lower() <= range.upper())) {
            throw new BadInputException(
                    place,
                    "its " + what + " runs from " + range.lower() + " to " + range.upper(),
                    "Give the lower bound first.");
        }
        return range;
    }

    private static BadInputException refused(String place, String what, String found, String supported) {
        return new BadInputException(
                place, "its " + what + " is '" + found + "', which is not simulated", "Use " + supported + ".");
    }
}
