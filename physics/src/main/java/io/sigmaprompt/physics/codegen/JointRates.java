package io.sigmaprompt.physics.codegen;

/** The motion of a joint by itself, in the axes of its body: angular, then linear part. */
record JointRates(Vector3 angular, Vector3 linear) {

    /** The rates that an array (nv) holds for a body's joint. */
    static JointRates input(ExpressionGraph graph, ReducedBody body, Argument array) {
        JointRates rates = zero(graph);
        for (int k = 0; k < body.axes.length; k++) {
            rates = rates.plus(body.axes[k], graph.input(array, body.v + k));
        }
        return rates;
    }

    static JointRates zero(ExpressionGraph graph) {
        return new JointRates(Vector3.zero(graph), Vector3.zero(graph));
    }

    JointRates plus(int axis, Expression more) {
        return axis < 3
                ? new JointRates(angular.plus(axis, more), linear)
                : new JointRates(angular, linear.plus(axis - 3, more));
    }
}
