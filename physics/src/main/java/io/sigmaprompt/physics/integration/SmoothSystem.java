package io.sigmaprompt.physics.integration;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.dynamics.RobotDynamics;
import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.physics.model.Joint;
import io.sigmaprompt.physics.model.JointDynamics;
import io.sigmaprompt.physics.model.JointType;
import io.sigmaprompt.physics.model.RobotModel;
import java.util.Arrays;

/**
 * A robot without anything that jumps: {@code (M + A)·vdot = tau(t, q, v) - D·v - h(q, v)} with the joints' armature A and
 * viscous damping D from the model. Coulomb friction, limits and contact are not part of it, and mimic joints move by
 * themselves. The joints of one coordinate and spherical ones have armature and damping, others none.
 *
 * <p>Allocates nothing after construction; one thread at a time.
 */
public final class SmoothSystem implements EquationsOfMotion {
    private final RobotDynamics dynamics;
    private final Effort effort;
    private final ConfigurationSpace space;
    private final double[] armature;
    private final double[] damping;
    private final double[] diagonal;
    private final double[] tau;

    /** A robot that nothing drives. */
    public SmoothSystem(RobotDynamics dynamics) {
        this(dynamics, Effort.NONE);
    }

    /**
     * A robot under an effort.
     *
     * @throws BadInputException if a joint's damping or armature is negative or no number, naming it
     */
    public SmoothSystem(RobotDynamics dynamics, Effort effort) {
        this.dynamics = dynamics;
        this.effort = effort;
        RobotModel model = dynamics.model();
        space = new ConfigurationSpace(model);
        armature = new double[model.nv()];
        damping = new double[model.nv()];
        diagonal = new double[model.nv()];
        tau = new double[model.nv()];
        for (int j = 0; j < model.joints().size(); j++) {
            Joint joint = model.joints().get(j);
            if (joint.type().isScalar() || joint.type() == JointType.SPHERICAL) {
                JointDynamics losses = joint.dynamics();
                requireNotNegative(model, joint, "armature", losses.armature());
                requireNotNegative(model, joint, "damping", losses.damping());
                int from = model.vIndex(j);
                int to = from + joint.type().velocities();
                Arrays.fill(armature, from, to, losses.armature());
                Arrays.fill(damping, from, to, losses.damping());
            }
        }
    }

    private static void requireNotNegative(RobotModel model, Joint joint, String what, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new BadInputException(
                    "robot '" + model.name() + "', joint '" + joint.name() + "', " + what,
                    "expected 0 or more, found " + value,
                    "Energy can only be lost here: correct the model's file.");
        }
    }

    @Override
    public ConfigurationSpace space() {
        return space;
    }

    /** The robot's dynamics. */
    public RobotDynamics dynamics() {
        return dynamics;
    }

    @Override
    public void acceleration(double t, double[] q, double[] v, double[] vdot) {
        sumEfforts(t, q, v);
        dynamics.update(q, v);
        dynamics.solve(tau, armature, vdot);
    }

    /**
     * The acceleration over a step when damping acts on the velocity at its end, {@code (M + A + dt·D)·vdot = tau - D·v -
     * h}: stable however stiff the damping is.
     *
     * @param dt seconds
     * @param vdot Modified. rates of v (nv)
     */
    public void acceleration(double t, double[] q, double[] v, double dt, double[] vdot) {
        sumEfforts(t, q, v);
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = armature[i] + dt * damping[i];
        }
        dynamics.update(q, v);
        dynamics.solve(tau, diagonal, vdot);
    }

    private void sumEfforts(double t, double[] q, double[] v) {
        for (int i = 0; i < tau.length; i++) {
            tau[i] = -damping[i] * v[i];
        }
        effort.addTo(t, q, v, tau);
    }

    /** What damping takes from the robot that moves with v (nv), watts, not negative. */
    public double dissipation(double[] v) {
        double power = 0;
        for (int i = 0; i < damping.length; i++) {
            power += damping[i] * v[i] * v[i];
        }
        return power;
    }

    /** Kinetic energy of the armature, which is not in the mass matrix, joules. */
    public double armatureEnergy(double[] v) {
        double energy = 0;
        for (int i = 0; i < armature.length; i++) {
            energy += 0.5 * armature[i] * v[i] * v[i];
        }
        return energy;
    }
}
