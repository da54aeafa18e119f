package io.sigmaprompt.physics.codegen;

import org.jspecify.annotations.Nullable;

/**
 * A number that a kernel computes, as a node of an {@link ExpressionGraph}. Equal expressions are one object, and what
 * can be simplified is: constants are folded, zeros and ones dropped, signs carried outwards.
 */
final class Expression {
    /** How a node is computed. */
    enum Operation {
        CONSTANT,
        INPUT,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        NEGATE
    }

    final ExpressionGraph graph;
    /** Position among the nodes of the graph, in order of creation; operands come before. */
    final int id;

    final Operation operation;
    final @Nullable Expression left;
    final @Nullable Expression right;
    /** A constant's value. */
    final double value;
    /** An input's array. */
    final @Nullable Argument argument;
    /** An input's place in its array. */
    final int index;

    Expression(
            ExpressionGraph graph,
            int id,
            Operation operation,
            @Nullable Expression left,
            @Nullable Expression right,
            double value,
            @Nullable Argument argument,
            int index) {
        this.graph = graph;
        this.id = id;
        this.operation = operation;
        this.left = left;
        this.right = right;
        this.value = value;
        this.argument = argument;
        this.index = index;
    }

    boolean isConstant() {
        return operation == Operation.CONSTANT;
    }

    boolean isConstant(double wanted) {
        return isConstant() && value == wanted;
    }

    boolean isZero() {
        return isConstant(0);
    }

    Expression plus(Expression other) {
        return graph.add(this, other);
    }

    Expression minus(Expression other) {
        return graph.subtract(this, other);
    }

    Expression times(Expression other) {
        return graph.multiply(this, other);
    }

    Expression times(double factor) {
        return graph.multiply(graph.constant(factor), this);
    }

    Expression over(Expression divisor) {
        return graph.divide(this, divisor);
    }

    Expression negated() {
        return graph.negate(this);
    }
}
