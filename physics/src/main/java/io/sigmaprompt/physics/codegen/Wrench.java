package io.sigmaprompt.physics.codegen;

/** A spatial force: moment about the origin of a frame, and force, in its axes. */
record Wrench(Vector3 moment, Vector3 force) {

    static Wrench zero(ExpressionGraph graph) {
        return new Wrench(Vector3.zero(graph), Vector3.zero(graph));
    }

    /** What acts on the links of a body, of which B holds 6 a link: moment about the link's origin, force, link axes. */
    static Wrench onLinks(ExpressionGraph graph, ReducedTree tree, ReducedBody body) {
        Wrench sum = zero(graph);
        for (int link = 0; link < tree.linkBody.length; link++) {
            if (tree.linkBody[link] == body.index) {
                Wrench local = new Wrench(
                        Vector3.input(graph, Argument.B, 6 * link), Vector3.input(graph, Argument.B, 6 * link + 3));
                sum = sum.plus(local.toParent(new BodyTransform(graph, tree.linkPlacement[link])));
            }
        }
        return sum;
    }

    Wrench plus(Wrench o) {
        return new Wrench(moment.plus(o.moment), force.plus(o.force));
    }

    Wrench minus(Wrench o) {
        return new Wrench(moment.minus(o.moment), force.minus(o.force));
    }

    Wrench times(Expression factor) {
        return new Wrench(moment.times(factor), force.times(factor));
    }

    /** This force with its component along a spatial axis replaced. */
    Wrench with(int axis, Expression component) {
        return axis < 3
                ? new Wrench(moment.with(axis, component), force)
                : new Wrench(moment, force.with(axis - 3, component));
    }

    /** The component along a spatial axis: 0 to 2 moments, 3 to 5 forces. */
    Expression along(int axis) {
        return axis < 3 ? moment.get(axis) : force.get(axis - 3);
    }

    /** This force of a body, as its parent sees it. */
    Wrench toParent(BodyTransform x) {
        Vector3 turned = x.toParent(force);
        return new Wrench(x.toParent(moment).plus(x.offset.cross(turned)), turned);
    }
}
