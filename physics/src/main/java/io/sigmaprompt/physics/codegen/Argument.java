package io.sigmaprompt.physics.codegen;

/** The arrays that a {@link Kernel} is given, in the order of its parameters. */
enum Argument {
    /** Configuration (nq). */
    Q,
    /** Velocity (nv). */
    V,
    /** Acceleration or generalised force (nv). */
    A,
    /** Wrenches on the links, or what stands on the mass matrix' diagonal; or a third result. */
    B,
    /** Sine and cosine of each angle among the coordinates. */
    TRIG,
    /** First result. */
    OUT,
    /** Second result. */
    OUT2,
    /** Pending values. */
    WORK
}
