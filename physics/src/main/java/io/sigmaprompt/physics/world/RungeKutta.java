package io.sigmaprompt.physics.world;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;

/**
 * The classical Runge-Kutta method of order 4, in a chart around the step's beginning (Munthe-Kaas; Hairer, Lubich,
 * Wanner, Geometric Numerical Integration, IV.8). Forces at the drives are held, damping follows the velocity; a step
 * is cut into equal parts where damping would be too stiff for an explicit method.
 */
final class RungeKutta {
    /** Decay per part that is taken: the method is stable to 2.78. */
    private static final double STIFFNESS = 1.0;

    private static final int MOST_PARTS = 10_000;

    private final ConfigurationSpace space;
    private final AccelerationSolver dynamics;
    private final JointLosses losses;
    private final double[] inverseFree;
    private final Drives drives;
    private final double[] q;
    private final double[] v;
    private final double[] u;
    private final double[] tau;
    private final double[] rate;
    private final double[] vdot;
    private final double[] sumRate;
    private final double[] sumVdot;

    RungeKutta(
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
        int nv = space.model().nv();
        q = new double[space.model().nq()];
        v = new double[nv];
        u = new double[nv];
        tau = new double[nv];
        rate = new double[nv];
        vdot = new double[nv];
        sumRate = new double[nv];
        sumVdot = new double[nv];
    }

    /**
     * Goes one step.
     *
     * @param q0 Modified. configuration (nq)
     * @param v0 Modified. velocity (nv)
     * @param held forces at the drives without damping (nv)
     * @param dt seconds
     */
    void step(double[] q0, double[] v0, double[] held, double dt) {
        double decay = 0;
        for (int d = 0; d < drives.count; d++) {
            decay += losses.damping[drives.v[d]] * inverseFree[d];
        }
        int parts = (int) Math.max(1, Math.min(MOST_PARTS, Math.ceil(decay * dt / STIFFNESS)));
        for (int k = 0; k < parts; k++) {
            part(q0, v0, held, dt / parts);
        }
    }

    private void part(double[] q0, double[] v0, double[] held, double h) {
        int nv = v0.length;
        for (int stage = 0; stage < 4; stage++) {
            double reach = stage == 0 ? 0 : stage == 3 ? h : 0.5 * h;
            double weight = stage == 0 || stage == 3 ? 1 : 2;
            for (int i = 0; i < nv; i++) {
                u[i] = stage == 0 ? 0 : reach * rate[i];
                v[i] = stage == 0 ? v0[i] : v0[i] + reach * vdot[i];
                tau[i] = held[i] - losses.damping[i] * v[i];
                if (stage == 0) {
                    sumRate[i] = 0;
                    sumVdot[i] = 0;
                }
            }
            space.retract(q0, u, q);
            space.rate(u, q, v, rate);
            dynamics.update(q, v);
            dynamics.solve(tau, losses.armature, vdot);
            for (int i = 0; i < nv; i++) {
                sumRate[i] += weight * rate[i];
                sumVdot[i] += weight * vdot[i];
            }
        }
        for (int i = 0; i < nv; i++) {
            u[i] = h / 6 * sumRate[i];
            v0[i] += h / 6 * sumVdot[i];
        }
        space.retract(q0, u, q0);
    }
}
