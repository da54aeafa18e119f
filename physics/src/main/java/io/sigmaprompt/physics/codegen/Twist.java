package io.sigmaprompt.physics.codegen;

/** A spatial motion: angular part, and linear part at the origin of a frame, in its axes. */
record Twist(Vector3 angular, Vector3 linear) {

    /** The rates that an array (nv) holds for a body's joint. */
    static Twist input(ExpressionGraph graph, ReducedBody body, Argument array) {
        Twist rates = zero(graph);
        for (int k = 0; k < body.axes.length; k++) {
            rates = rates.plus(body.axes[k], graph.input(array, body.v + k));
        }
        return rates;
    }

    static Twist zero(ExpressionGraph graph) {
        return new Twist(Vector3.zero(graph), Vector3.zero(graph));
    }

    Twist plus(int axis, Expression more) {
        return axis < 3 ? new Twist(angular.plus(axis, more), linear) : new Twist(angular, linear.plus(axis - 3, more));
    }

    static Twist unit(ExpressionGraph graph, int axis) {
        return zero(graph).plus(axis, graph.one);
    }

    Twist plus(Twist o) {
        return new Twist(angular.plus(o.angular), linear.plus(o.linear));
    }

    Twist cross(Twist o) {
        return new Twist(angular.cross(o.angular), angular.cross(o.linear).plus(linear.cross(o.angular)));
    }

    /** The change of a force that goes along with this motion. */
    Wrench cross(Wrench f) {
        return new Wrench(angular.cross(f.moment()).plus(linear.cross(f.force())), angular.cross(f.force()));
    }

    Expression dot(Wrench f) {
        return angular.dot(f.moment()).plus(linear.dot(f.force()));
    }
}
