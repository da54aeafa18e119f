package io.sigmaprompt.physics.codegen;

/** Three expressions. */
record Vector3(Expression x, Expression y, Expression z) {

    static Vector3 zero(ExpressionGraph graph) {
        return new Vector3(graph.zero, graph.zero, graph.zero);
    }

    static Vector3 constant(ExpressionGraph graph, double x, double y, double z) {
        return new Vector3(graph.constant(x), graph.constant(y), graph.constant(z));
    }

    static Vector3 input(ExpressionGraph graph, Argument argument, int index) {
        return new Vector3(
                graph.input(argument, index), graph.input(argument, index + 1), graph.input(argument, index + 2));
    }

    Expression get(int k) {
        return k == 0 ? x : k == 1 ? y : z;
    }

    Vector3 with(int k, Expression entry) {
        return new Vector3(k == 0 ? entry : x, k == 1 ? entry : y, k == 2 ? entry : z);
    }

    Vector3 plus(int k, Expression more) {
        return with(k, get(k).plus(more));
    }

    Vector3 plus(Vector3 o) {
        return new Vector3(x.plus(o.x), y.plus(o.y), z.plus(o.z));
    }

    Vector3 minus(Vector3 o) {
        return new Vector3(x.minus(o.x), y.minus(o.y), z.minus(o.z));
    }

    Vector3 negated() {
        return new Vector3(x.negated(), y.negated(), z.negated());
    }

    Vector3 times(Expression factor) {
        return new Vector3(x.times(factor), y.times(factor), z.times(factor));
    }

    Vector3 times(double factor) {
        return new Vector3(x.times(factor), y.times(factor), z.times(factor));
    }

    Expression dot(Vector3 o) {
        return x.times(o.x).plus(y.times(o.y)).plus(z.times(o.z));
    }

    Vector3 cross(Vector3 o) {
        return new Vector3(
                y.times(o.z).minus(z.times(o.y)),
                z.times(o.x).minus(x.times(o.z)),
                x.times(o.y).minus(y.times(o.x)));
    }

    boolean isZero() {
        return x.isZero() && y.isZero() && z.isZero();
    }
}
