package io.sigmaprompt.physics.integration;

import io.sigmaprompt.physics.dynamics.ConfigurationSpace;

/**
 * What an integrator asks of a mechanical system: {@code vdot = f(t, q, v)}, as often as it likes and at whichever states
 * it likes. Nothing may jump: methods of high order count on derivatives. One thread at a time.
 */
public interface EquationsOfMotion {
    /** Where the configurations live. */
    ConfigurationSpace space();

    /**
     * The acceleration of a state.
     *
     * @param t seconds
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param vdot Modified. rates of v (nv)
     */
    void acceleration(double t, double[] q, double[] v, double[] vdot);
}
