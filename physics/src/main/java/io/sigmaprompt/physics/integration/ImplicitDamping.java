package io.sigmaprompt.physics.integration;

/**
 * Semi-implicit Euler with the joints' damping taken at the step's end, {@code (M + A + dt·D)·(v⁺ - v) = dt·(tau - D·v -
 * h)}: what MuJoCo calls {@code implicitfast} for a robot whose only forces that depend on velocity are its joints'
 * damping (MuJoCo documentation, Computation, numerical integration). First order, stable for any damping. Allocates
 * nothing in a step.
 */
public final class ImplicitDamping implements SmoothIntegrator {
    private final SmoothSystem system;
    private final double[] vdot;
    private final double[] scratch;

    public ImplicitDamping(SmoothSystem system) {
        this.system = system;
        vdot = new double[system.space().model().nv()];
        scratch = new double[vdot.length];
    }

    @Override
    public void step(double t, double[] q, double[] v, double dt) {
        system.acceleration(t, q, v, dt, vdot);
        system.space().stepSemiImplicit(q, v, vdot, dt, scratch);
    }
}
