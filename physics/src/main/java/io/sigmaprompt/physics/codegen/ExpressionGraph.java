package io.sigmaprompt.physics.codegen;

import io.sigmaprompt.physics.codegen.Expression.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All expressions of one kernel, each once.
 *
 * <p>Rewriting keeps to rules that are exact for finite numbers but for the sign of zero, with two exceptions: a constant
 * times a constant times x becomes one product, and so does the sum or difference of two constants times x. Other sums
 * are not reordered. What is not finite may get lost, as {@code 0 * x} is 0 whatever x is.
 */
final class ExpressionGraph {
    private final List<Expression> nodes = new ArrayList<>();
    private final Map<Long, Expression> operations = new HashMap<>();
    private final Map<Double, Expression> constants = new HashMap<>();
    final Expression zero = constant(0);
    final Expression one = constant(1);

    int size() {
        return nodes.size();
    }

    Expression node(int id) {
        return nodes.get(id);
    }

    Expression constant(double value) {
        double canonical = value == 0 ? 0.0 : value;
        return constants.computeIfAbsent(canonical, c -> make(Operation.CONSTANT, null, null, c, null, 0));
    }

    Expression input(Argument argument, int index) {
        return operations.computeIfAbsent(
                key(Operation.INPUT, argument.ordinal(), index),
                k -> make(Operation.INPUT, null, null, 0, argument, index));
    }

    Expression add(Expression a, Expression b) {
        if (a.isZero()) {
            return b;
        }
        if (b.isZero()) {
            return a;
        }
        if (a.isConstant() && b.isConstant()) {
            return constant(a.value + b.value);
        }
        Expression minusA = negand(a);
        Expression minusB = negand(b);
        if (minusA != null && minusB != null) {
            return negate(add(minusA, minusB));
        }
        if (minusB != null) {
            return subtract(a, minusB);
        }
        if (minusA != null) {
            return subtract(b, minusA);
        }
        if (scaled(a) == scaled(b)) {
            return scale(factor(a) + factor(b), scaled(a));
        }
        return a.id < b.id ? operation(Operation.ADD, a, b) : operation(Operation.ADD, b, a);
    }

    Expression subtract(Expression a, Expression b) {
        if (a == b) {
            return zero;
        }
        if (b.isZero()) {
            return a;
        }
        if (a.isZero()) {
            return negate(b);
        }
        if (a.isConstant() && b.isConstant()) {
            return constant(a.value - b.value);
        }
        Expression minusA = negand(a);
        Expression minusB = negand(b);
        if (minusB != null) {
            return minusA == null ? add(a, minusB) : subtract(minusB, minusA);
        }
        if (minusA != null) {
            return negate(add(minusA, b));
        }
        if (scaled(a) == scaled(b)) {
            return scale(factor(a) - factor(b), scaled(a));
        }
        // a - b and b - a are one node and its negative.
        return a.id < b.id ? operation(Operation.SUBTRACT, a, b) : negate(operation(Operation.SUBTRACT, b, a));
    }

    Expression multiply(Expression a, Expression b) {
        if (a.isZero() || b.isZero()) {
            return zero;
        }
        if (a.isConstant() && b.isConstant()) {
            return constant(a.value * b.value);
        }
        if (b.isConstant()) {
            return multiply(b, a);
        }
        if (a.isConstant()) {
            return scale(a.value, b);
        }
        Expression minusA = negand(a);
        Expression minusB = negand(b);
        if (minusA != null || minusB != null) {
            Expression product = multiply(minusA == null ? a : minusA, minusB == null ? b : minusB);
            return minusA != null && minusB != null ? product : negate(product);
        }
        return a.id < b.id ? operation(Operation.MULTIPLY, a, b) : operation(Operation.MULTIPLY, b, a);
    }

    /** What a constant multiplies, or all of an expression that is no such product. */
    private static Expression scaled(Expression a) {
        Expression left = a.left;
        Expression right = a.right;
        return a.operation == Operation.MULTIPLY && left != null && right != null && left.isConstant() ? right : a;
    }

    /** The constant that multiplies {@link #scaled}. */
    private static double factor(Expression a) {
        Expression left = a.left;
        return a.operation == Operation.MULTIPLY && left != null && left.isConstant() ? left.value : 1;
    }

    private Expression scale(double factor, Expression x) {
        if (factor == 0) {
            return zero;
        }
        if (factor == 1) {
            return x;
        }
        if (factor < 0) {
            return negate(scale(-factor, x));
        }
        Expression minus = negand(x);
        if (minus != null) {
            return negate(scale(factor, minus));
        }
        Expression inner = x.left;
        if (x.operation == Operation.MULTIPLY && inner != null && inner.isConstant() && x.right != null) {
            return scale(factor * inner.value, x.right);
        }
        return operation(Operation.MULTIPLY, constant(factor), x);
    }

    Expression divide(Expression a, Expression b) {
        if (a.isZero() || b.isConstant(1)) {
            return a;
        }
        if (a.isConstant() && b.isConstant()) {
            return constant(a.value / b.value);
        }
        Expression minusA = negand(a);
        if (minusA != null) {
            return negate(divide(minusA, b));
        }
        return operation(Operation.DIVIDE, a, b);
    }

    Expression negate(Expression a) {
        if (a.isConstant()) {
            return constant(-a.value);
        }
        Expression inner = negand(a);
        return inner != null ? inner : operation(Operation.NEGATE, a, null);
    }

    /** What is negated, if this is a negation. */
    private static @Nullable Expression negand(Expression a) {
        return a.operation == Operation.NEGATE ? a.left : null;
    }

    private Expression operation(Operation operation, Expression a, @Nullable Expression b) {
        return operations.computeIfAbsent(
                key(operation, a.id, b == null ? 0 : b.id), k -> make(operation, a, b, 0, null, 0));
    }

    private static Long key(Operation operation, int a, int b) {
        return (long) operation.ordinal() << 60 | (long) a << 30 | b;
    }

    private Expression make(
            Operation operation,
            @Nullable Expression left,
            @Nullable Expression right,
            double value,
            @Nullable Argument argument,
            int index) {
        Expression node = new Expression(this, nodes.size(), operation, left, right, value, argument, index);
        nodes.add(node);
        return node;
    }
}
