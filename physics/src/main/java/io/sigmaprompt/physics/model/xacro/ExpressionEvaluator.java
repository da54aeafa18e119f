package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Evaluates expressions against the properties in scope. */
final class ExpressionEvaluator {
    private static final int MOST_LISTED = 20;

    private ExpressionEvaluator() {}

    static Value evaluate(String text, Scope scope) {
        return evaluate(ExpressionParser.parse(text), scope);
    }

    private static Value evaluate(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.Literal literal -> literal.value();
            case Expression.Name name -> named(name.name(), scope);
            case Expression.Unary unary -> unary(unary, scope);
            case Expression.Binary binary ->
                Arithmetic.apply(binary.operator(), evaluate(binary.left(), scope), evaluate(binary.right(), scope));
            case Expression.Comparison comparison -> compare(comparison, scope);
            case Expression.Logical logical -> {
                Value left = evaluate(logical.left(), scope);
                yield left.isTrue() == logical.and() ? evaluate(logical.right(), scope) : left;
            }
            case Expression.Conditional conditional ->
                evaluate(
                        evaluate(conditional.condition(), scope).isTrue() ? conditional.yes() : conditional.no(),
                        scope);
            case Expression.Call call -> call(call, scope);
        };
    }

    private static Value unary(Expression.Unary unary, Scope scope) {
        Value operand = evaluate(unary.operand(), scope);
        return switch (unary.operator()) {
            case "not" -> new Value.Truth(!operand.isTrue());
            case "-" -> Arithmetic.negate(operand);
            default -> operand.isWhole() ? operand : new Value.Real(operand.asNumber("+"));
        };
    }

    private static Value compare(Expression.Comparison comparison, Scope scope) {
        Value left = evaluate(comparison.operands().getFirst(), scope);
        for (int i = 0; i < comparison.operators().size(); i++) {
            Value right = evaluate(comparison.operands().get(i + 1), scope);
            if (!Arithmetic.compare(comparison.operators().get(i), left, right)) {
                return new Value.Truth(false);
            }
            left = right;
        }
        return new Value.Truth(true);
    }

    private static Value call(Expression.Call call, Scope scope) {
        List<Value> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(evaluate(argument, scope));
        }
        return Functions.call(withoutModule(call.function()), arguments);
    }

    private static Value named(String name, Scope scope) {
        Value property = scope.property(name);
        if (property != null) {
            return property;
        }
        Double constant = Functions.CONSTANTS.get(withoutModule(name));
        if (constant != null) {
            return new Value.Real(constant);
        }
        int dot = name.indexOf('.');
        if (dot > 0 && (name.startsWith("xacro.") || scope.hasProperty(name.substring(0, dot)))) {
            throw ExpressionException.unsupported("attributes or methods of Python objects (" + name + ")");
        }
        Set<String> known = new TreeSet<>(scope.propertyNames());
        throw new ExpressionException(
                "the property '" + name + "' is not defined" + Suggestion.phrase(name, known),
                known.isEmpty() || known.size() > MOST_LISTED
                        ? "Define it with <xacro:property name=\"" + name + "\" value=\"…\"/> before its first use"
                        : "Define it before its first use; defined are " + known);
    }

    private static String withoutModule(String name) {
        return name.startsWith("math.") ? name.substring("math.".length()) : name;
    }
}
