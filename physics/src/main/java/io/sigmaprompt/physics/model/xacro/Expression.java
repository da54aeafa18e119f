package io.sigmaprompt.physics.model.xacro;

import java.util.List;

/** A parsed expression. */
sealed interface Expression {
    record Literal(Value value) implements Expression {}

    /** A property or constant; dots lead into the namespace of an include. */
    record Name(String name) implements Expression {}

    record Unary(String operator, Expression operand) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    /** {@code a < b <= c}: operands are one more than operators. */
    record Comparison(List<Expression> operands, List<String> operators) implements Expression {}

    /** {@code and} and {@code or}, which yield an operand and look no further than needed. */
    record Logical(boolean and, Expression left, Expression right) implements Expression {}

    record Conditional(Expression condition, Expression yes, Expression no) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}
}
