package io.sigmaprompt.physics.integration;

/** A method that takes a smooth system through time. One thread at a time. */
public interface SmoothIntegrator {
    /**
     * Goes from t to t + dt.
     *
     * @param t seconds
     * @param q Modified. configuration (nq)
     * @param v Modified. velocity (nv)
     * @param dt seconds
     */
    void step(double t, double[] q, double[] v, double dt);
}
