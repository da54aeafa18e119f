package io.sigmaprompt.physics.actuator;

/**
 * Something that pushes a robot's joints: a spring, a motor, a propeller. A world asks it once a step, before the
 * constraints are solved. Deterministic, without allocation.
 *
 * <p>What it adds is implicit where that matters: of a force {@code f(q, v)} with stiffness {@code K = -df/dq} and damping
 * {@code D = -df/dv}, not negative, it adds {@code f(q + dt·v, v)} to tau and {@code dt·D + dt²·K} to the diagonal, so that
 * the step solves {@code (M + diagonal)·(v' - v) = dt·(tau - h(q, v)) + impulses of the constraints}.
 */
public interface ForceElement {
    /**
     * Adds what pushes over the coming step.
     *
     * @param q configuration of its robot (nq), the model's order
     * @param v velocity of its robot (nv)
     * @param dt seconds
     * @param tau Modified. generalised force (nv), N m and N
     * @param diagonal Modified. what the mass matrix's diagonal gains (nv), kg m² and kg
     */
    void apply(double[] q, double[] v, double dt, double[] tau, double[] diagonal);

    /** How many numbers {@link #save} writes. */
    int stateSize();

    /** Writes all that decides its future: {@link #stateSize} numbers at {@code offset}. */
    void save(double[] out, int offset);

    /** Takes back what {@link #save} wrote at {@code offset}. */
    void restore(double[] in, int offset);
}
