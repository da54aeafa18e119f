package io.sigmaprompt.physics.integration;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;

/**
 * The classical Runge-Kutta method of order 4, in a chart around the step's beginning (Munthe-Kaas; Hairer, Lubich,
 * Wanner, Geometric Numerical Integration, IV.8). Four evaluations a step. Allocates nothing in a step.
 */
public final class RungeKutta4 implements SmoothIntegrator {
    private final EquationsOfMotion equations;
    private final ConfigurationSpace space;
    private final double[] q;
    private final double[] v;
    private final double[] u;
    private final double[] rate;
    private final double[] vdot;
    private final double[] sumRate;
    private final double[] sumVdot;

    public RungeKutta4(EquationsOfMotion equations) {
        this.equations = equations;
        space = equations.space();
        int nv = space.model().nv();
        q = new double[space.model().nq()];
        v = new double[nv];
        u = new double[nv];
        rate = new double[nv];
        vdot = new double[nv];
        sumRate = new double[nv];
        sumVdot = new double[nv];
    }

    @Override
    public void step(double t, double[] q0, double[] v0, double dt) {
        int nv = v0.length;
        for (int stage = 0; stage < 4; stage++) {
            double reach = stage == 0 ? 0 : stage == 3 ? dt : 0.5 * dt;
            double weight = stage == 0 || stage == 3 ? 1 : 2;
            for (int i = 0; i < nv; i++) {
                u[i] = stage == 0 ? 0 : reach * rate[i];
                v[i] = stage == 0 ? v0[i] : v0[i] + reach * vdot[i];
                if (stage == 0) {
                    sumRate[i] = 0;
                    sumVdot[i] = 0;
                }
            }
            space.retract(q0, u, q);
            space.rate(u, q, v, rate);
            equations.acceleration(t + reach, q, v, vdot);
            for (int i = 0; i < nv; i++) {
                sumRate[i] += weight * rate[i];
                sumVdot[i] += weight * vdot[i];
            }
        }
        for (int i = 0; i < nv; i++) {
            u[i] = dt / 6 * sumRate[i];
            v0[i] += dt / 6 * sumVdot[i];
        }
        space.retract(q0, u, q0);
    }
}
