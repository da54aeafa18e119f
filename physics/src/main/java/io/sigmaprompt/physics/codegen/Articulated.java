package io.sigmaprompt.physics.codegen;

/**
 * An articulated-body inertia in blocks, {@code moment = J·α + B·a}, {@code force = Bᵀ·α + C·a} (Featherstone, Rigid
 * Body Dynamics Algorithms, 2008, section 7.2).
 */
record Articulated(Symmetric3 j, Matrix3 b, Symmetric3 c) {

    static Articulated of(ExpressionGraph graph, ReducedBody body) {
        return new Articulated(
                Symmetric3.constant(graph, body.inertia()),
                Matrix3.skew(Vector3.constant(graph, body.moment[0], body.moment[1], body.moment[2])),
                Symmetric3.diagonal(graph.constant(body.mass)));
    }

    Articulated plus(Articulated o) {
        return new Articulated(j.plus(o.j), b.plus(o.b), c.plus(o.c));
    }

    /** The column along a spatial axis. */
    Wrench column(int axis) {
        return axis < 3 ? new Wrench(j.row(axis), b.row(axis)) : new Wrench(b.column(axis - 3), c.row(axis - 3));
    }

    /** This inertia less {@code u·wᵀ}, which is symmetric. */
    Articulated less(Wrench u, Wrench w) {
        return new Articulated(
                j.minus(Symmetric3.product(u.moment(), w.moment())),
                b.minus(Matrix3.of(r -> w.force().times(u.moment().get(r)))),
                c.minus(Symmetric3.product(u.force(), w.force())));
    }

    /** This inertia with the row and column of a spatial axis replaced. */
    Articulated with(int axis, Wrench column) {
        Vector3 moment = column.moment();
        Vector3 force = column.force();
        return axis < 3
                ? new Articulated(j.with(axis, moment), b.with(axis, force), c)
                : new Articulated(j, b.withColumn(axis - 3, moment), c.with(axis - 3, force));
    }

    /** This inertia of a body, as its parent sees it. */
    Articulated toParent(BodyTransform x) {
        Symmetric3 turnedC = x.toParent(c);
        Matrix3 turnedB = x.toParent(b);
        Matrix3 p = Matrix3.skew(x.offset);
        Matrix3 movedB = turnedB.plus(p.times(turnedC.full()));
        Symmetric3 movedJ = x.toParent(j)
                .minus(Symmetric3.upper(turnedB.times(p)))
                .plus(Symmetric3.upper(p.times(movedB.transposed())));
        return new Articulated(movedJ, movedB, turnedC);
    }
}
