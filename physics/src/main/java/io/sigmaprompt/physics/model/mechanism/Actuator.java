package io.sigmaprompt.physics.model.mechanism;

import java.util.List;

/**
 * Something that pushes: {@code force = gain(length, velocity) · activation + bias(length, velocity)}, clamped, and
 * carried to joints by the gear (MuJoCo documentation, Computation, Actuation model).
 *
 * @param kind the word that the file has for it, as {@code motor} or {@code position}
 * @param transmission what it acts on
 * @param target name of the joint, tendon or site it acts on
 * @param referenceSite the site relative to which a site's transmission acts, or an empty string
 * @param gear six factors; a scalar joint or a tendon uses the first
 * @param control what the command is clamped to
 * @param force what the force is clamped to, before the gear
 * @param dynamics how a command becomes an activation: none, integrator, filter, filterexact, muscle
 * @param dynamicsParameters of the dynamics; a filter's first is its time constant, seconds
 * @param activation what the activation is clamped to
 * @param gain kind of gain: fixed, affine, muscle
 * @param gainParameters of the gain; a fixed one has one
 * @param bias kind of bias: none, affine, muscle
 * @param biasParameters of the bias; an affine one is {@code b0 + b1·length + b2·velocity}
 * @param dampingRatio the damping that a position servo asks for in place of {@code b2}, relative to the critical one at
 *     the reference configuration; 0 where it asks for none
 */
public record Actuator(
        String name,
        String kind,
        Transmission transmission,
        String target,
        String referenceSite,
        List<Double> gear,
        Interval control,
        Interval force,
        String dynamics,
        List<Double> dynamicsParameters,
        Interval activation,
        String gain,
        List<Double> gainParameters,
        String bias,
        List<Double> biasParameters,
        double dampingRatio) {

    /** What an actuator acts on. */
    public enum Transmission {
        JOINT,
        /** As JOINT; a ball's or floating joint's torque is in the parent's axes. */
        JOINT_IN_PARENT,
        TENDON,
        SITE
    }

    public Actuator {
        gear = List.copyOf(gear);
        dynamicsParameters = List.copyOf(dynamicsParameters);
        gainParameters = List.copyOf(gainParameters);
        biasParameters = List.copyOf(biasParameters);
    }
}
