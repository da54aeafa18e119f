package io.sigmaprompt.physics.integration;

/**
 * Semi-implicit (symplectic) Euler: the velocity first, then the configuration with the new velocity (Hairer, Lubich,
 * Wanner, Geometric Numerical Integration, I.1.2). One evaluation a step, first order; where nothing damps, energy
 * swings but does not drift. Damping is explicit, so that stiff damping wants {@link ImplicitDamping}. Allocates nothing
 * in a step.
 */
public final class SemiImplicitEuler implements SmoothIntegrator {
    private final EquationsOfMotion equations;
    private final double[] vdot;
    private final double[] scratch;

    public SemiImplicitEuler(EquationsOfMotion equations) {
        this.equations = equations;
        vdot = new double[equations.space().model().nv()];
        scratch = new double[vdot.length];
    }

    @Override
    public void step(double t, double[] q, double[] v, double dt) {
        equations.acceleration(t, q, v, vdot);
        equations.space().stepSemiImplicit(q, v, vdot, dt, scratch);
    }
}
