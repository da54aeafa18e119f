package io.sigmaprompt.physics.world;

/** How a simulation advances in time. */
public enum Integrator {
    /** Velocity first, then position with the new velocity; first order, robust. */
    SEMI_IMPLICIT_EULER,
    /** The classical Runge–Kutta scheme of fourth order. */
    RUNGE_KUTTA_4
}
