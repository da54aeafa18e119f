package io.sigmaprompt.physics.world;

/** How a step goes through time. */
public enum Integrator {
    /**
     * First the velocity, then the position with the new velocity; damping and friction implicitly. One evaluation of
     * the dynamics a step, first order, keeps energy bounded: for running.
     */
    SEMI_IMPLICIT_EULER,
    /**
     * The classical Runge-Kutta method of order 4 on the configuration's manifold, with the drives' efforts held over
     * the step: for accuracy. Steps on a joint's limit are taken by semi-implicit Euler.
     */
    RUNGE_KUTTA_4
}
