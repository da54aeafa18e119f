package io.sigmaprompt.physics.codegen;

/**
 * What hangs on a joint taken together, as the derivatives of inverse dynamics want it: inertia, force, and what the
 * motion of its particles does to the force that a further motion needs, in the axes of a body and as seen from an
 * inertial frame that moves with the body's origin.
 *
 * <p>With particles of mass m at r moving with w, {@code flow = Σ m·w·rᵀ} and {@code momentum = Σ m·w}; the Coriolis matrix
 * of {@link io.sigmaprompt.physics.dynamics.NewtonEulerDerivatives} takes a motion (α, β) to the moment {@code
 * 2·(tr(flow)·α - flow·α)} and the force {@code 2·α × momentum}.
 */
record CoriolisComposite(Composite inertia, Matrix3 flow, Vector3 momentum, Wrench force) {

    /** A body by itself. */
    static CoriolisComposite of(ExpressionGraph graph, ReducedBody body, BodyMotion motion) {
        Composite inertia = Composite.of(graph, body);
        Vector3 w = motion.angularVelocity;
        Matrix3 flow = Matrix3.of(c -> w.cross(inertia.spread().row(c))).transposed();
        return new CoriolisComposite(inertia, flow, w.cross(inertia.moment()), motion.force(body));
    }

    CoriolisComposite plus(CoriolisComposite o) {
        return new CoriolisComposite(
                inertia.plus(o.inertia), flow.plus(o.flow), momentum.plus(o.momentum), force.plus(o.force));
    }

    /**
     * The same of a body, as its parent sees it.
     *
     * @param drift velocity of the body's origin relative to the parent's, in the parent's axes
     */
    CoriolisComposite toParent(BodyTransform x, Vector3 drift) {
        Composite moved = inertia.toParent(x);
        Vector3 turned = x.toParent(momentum);
        Matrix3 shifted = x.toParent(flow)
                .plus(Matrix3.of(r -> x.offset.times(turned.get(r))))
                .plus(Matrix3.of(r -> moved.moment().times(drift.get(r))));
        return new CoriolisComposite(moved, shifted, turned.plus(drift.times(inertia.mass())), force.toParent(x));
    }

    /** The force that an acceleration needs. */
    Wrench inertial(Twist m) {
        return inertia.times(m);
    }

    /** The force that a motion needs because of the motion that is there. */
    Wrench coriolis(Twist m) {
        Vector3 a = m.angular();
        Vector3 half = a.times(trace()).minus(flow.times(a));
        return new Wrench(half.times(2), a.cross(momentum).times(2));
    }

    /** The couple that is left of the transposed Coriolis matrix times a motion. */
    Vector3 coriolisTransposed(Twist m) {
        Vector3 a = m.angular();
        return a.times(trace())
                .minus(flow.transposedTimes(a))
                .plus(momentum.cross(m.linear()))
                .times(2);
    }

    private Expression trace() {
        return flow.get(0, 0).plus(flow.get(1, 1)).plus(flow.get(2, 2));
    }
}
