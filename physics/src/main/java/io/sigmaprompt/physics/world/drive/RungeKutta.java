package io.sigmaprompt.physics.world.drive;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;
import io.sigmaprompt.physics.integration.EquationsOfMotion;
import io.sigmaprompt.physics.integration.RungeKutta4;

/**
 * Steps of the Runge-Kutta method of order 4. Forces at the drives are held, damping follows the velocity; a step is cut
 * into equal parts where damping would be too stiff for an explicit method.
 */
public final class RungeKutta implements EquationsOfMotion {
    /** Decay per part that is taken: the method is stable to 2.78. */
    private static final double STIFFNESS = 1.0;

    private static final int MOST_PARTS = 10_000;

    private final ConfigurationSpace space;
    private final AccelerationSolver dynamics;
    private final JointLosses losses;
    private final double[] inverseFree;
    private final Drives drives;
    private final double[] held;
    private final double[] tau;
    private final RungeKutta4 method;

    public RungeKutta(
            ConfigurationSpace space,
            AccelerationSolver dynamics,
            JointLosses losses,
            Drives drives,
            double[] inverseFree) {
        this.space = space;
        this.dynamics = dynamics;
        this.losses = losses;
        this.drives = drives;
        this.inverseFree = inverseFree;
        held = new double[space.model().nv()];
        tau = new double[held.length];
        method = new RungeKutta4(this);
    }

    /**
     * Goes one step.
     *
     * @param q Modified. configuration (nq)
     * @param v Modified. velocity (nv)
     * @param forces at the drives without damping (nv)
     * @param dt seconds
     */
    public void step(double[] q, double[] v, double[] forces, double dt) {
        System.arraycopy(forces, 0, held, 0, held.length);
        double decay = 0;
        for (int d = 0; d < drives.count; d++) {
            decay += losses.damping[drives.v[d]] * inverseFree[d];
        }
        int parts = (int) Math.max(1, Math.min(MOST_PARTS, Math.ceil(decay * dt / STIFFNESS)));
        for (int k = 0; k < parts; k++) {
            method.step(0, q, v, dt / parts);
        }
    }

    @Override
    public ConfigurationSpace space() {
        return space;
    }

    @Override
    public void acceleration(double t, double[] q, double[] v, double[] vdot) {
        for (int i = 0; i < tau.length; i++) {
            tau[i] = held[i] - losses.damping[i] * v[i];
        }
        dynamics.update(q, v);
        dynamics.solve(tau, losses.armature, vdot);
    }
}
