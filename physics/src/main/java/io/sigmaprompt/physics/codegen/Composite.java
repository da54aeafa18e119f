package io.sigmaprompt.physics.codegen;

/** The rigid inertia of a body with all that it carries: mass, moment, and second moments of mass about the origin. */
record Composite(Expression mass, Vector3 moment, Symmetric3 spread) {

    static Composite of(ExpressionGraph graph, ReducedBody body) {
        return new Composite(
                graph.constant(body.mass),
                Vector3.constant(graph, body.moment[0], body.moment[1], body.moment[2]),
                Symmetric3.constant(graph, body.spread));
    }

    Composite plus(Composite o) {
        return new Composite(mass.plus(o.mass), moment.plus(o.moment), spread.plus(o.spread));
    }

    /** This inertia of a body, as its parent sees it. */
    Composite toParent(BodyTransform x) {
        Vector3 turned = x.toParent(moment);
        Vector3 p = x.offset;
        // (r + p)(r + p)ᵀ = rrᵀ + (rpᵀ + prᵀ) + ppᵀ; the last goes halves with the middle.
        Symmetric3 moved = x.toParent(spread)
                .plus(Symmetric3.symmetricProduct(turned.plus(p.times(mass).times(0.5)), p));
        return new Composite(mass, turned.plus(p.times(mass)), moved);
    }

    /** The force that an acceleration needs. */
    Wrench times(Twist m) {
        Vector3 a = m.angular();
        Symmetric3 inertia = new Symmetric3(
                spread.yy().plus(spread.zz()),
                spread.xy().negated(),
                spread.xz().negated(),
                spread.xx().plus(spread.zz()),
                spread.yz().negated(),
                spread.xx().plus(spread.yy()));
        return new Wrench(
                inertia.times(a).plus(moment.cross(m.linear())),
                m.linear().times(mass).plus(a.cross(moment)));
    }

    /** The force that a unit acceleration along a spatial axis needs. */
    Wrench column(int axis) {
        return times(Twist.unit(mass.graph, axis));
    }
}
