package io.sigmaprompt.physics.integration;

/** An effort that is applied to a robot's joints, smooth in time and state. */
@FunctionalInterface
public interface Effort {
    /** None. */
    Effort NONE = (t, q, v, tau) -> {};

    /**
     * Adds the effort to {@code tau}.
     *
     * @param t seconds
     * @param q configuration (nq)
     * @param v velocity (nv)
     * @param tau Modified. generalised force (nv), N m and N
     */
    void addTo(double t, double[] q, double[] v, double[] tau);
}
