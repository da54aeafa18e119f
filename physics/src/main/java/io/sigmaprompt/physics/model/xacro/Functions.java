package io.sigmaprompt.physics.model.xacro;

import io.sigmaprompt.physics.model.Suggestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** The functions and constants that an expression may name: those of Python's math module and its built-in ones. */
final class Functions {
    static final Map<String, Double> CONSTANTS =
            Map.of("pi", Math.PI, "e", Math.E, "tau", 2 * Math.PI, "M_PI", Math.PI, "inf", Double.POSITIVE_INFINITY);

    private static final Map<String, DoubleUnaryOperator> UNARY = new LinkedHashMap<>();
    private static final Map<String, DoubleBinaryOperator> BINARY = new LinkedHashMap<>();
    private static final Set<String> GENERAL =
            Set.of("abs", "min", "max", "floor", "ceil", "round", "int", "float", "str", "len", "bool", "log");
    private static final Set<String> PYTHON_ONLY =
            Set.of("load_yaml", "dict", "list", "tuple", "map", "zip", "range", "sum", "sorted", "dotify", "eval");

    static {
        UNARY.put("sin", StrictMath::sin);
        UNARY.put("cos", StrictMath::cos);
        UNARY.put("tan", StrictMath::tan);
        UNARY.put("asin", StrictMath::asin);
        UNARY.put("acos", StrictMath::acos);
        UNARY.put("atan", StrictMath::atan);
        UNARY.put("sinh", StrictMath::sinh);
        UNARY.put("cosh", StrictMath::cosh);
        UNARY.put("tanh", StrictMath::tanh);
        UNARY.put("exp", StrictMath::exp);
        UNARY.put("log10", StrictMath::log10);
        UNARY.put("sqrt", Math::sqrt);
        UNARY.put("fabs", Math::abs);
        UNARY.put("radians", degrees -> degrees * (Math.PI / 180));
        UNARY.put("degrees", radians -> radians * (180 / Math.PI));
        BINARY.put("atan2", StrictMath::atan2);
        BINARY.put("pow", StrictMath::pow);
        BINARY.put("hypot", StrictMath::hypot);
        BINARY.put("copysign", Math::copySign);
        BINARY.put("fmod", (a, b) -> a % b);
    }

    private Functions() {}

    static Value call(String name, List<Value> arguments) {
        DoubleUnaryOperator unary = UNARY.get(name);
        if (unary != null) {
            requireCount(name, arguments, 1, 1);
            double argument = arguments.getFirst().asNumber(name + "()");
            return new Value.Real(defined(name, unary.applyAsDouble(argument), argument, argument));
        }
        DoubleBinaryOperator binary = BINARY.get(name);
        if (binary != null) {
            requireCount(name, arguments, 2, 2);
            double a = arguments.get(0).asNumber(name + "()");
            double b = arguments.get(1).asNumber(name + "()");
            return new Value.Real(defined(name, binary.applyAsDouble(a, b), a, b));
        }
        return general(name, arguments);
    }

    private static Value general(String name, List<Value> arguments) {
        switch (name) {
            case "min", "max" -> {
                requireCount(name, arguments, 2, Integer.MAX_VALUE);
                Value best = arguments.getFirst();
                for (Value candidate : arguments) {
                    if (Arithmetic.compare(name.equals("min") ? "<" : ">", candidate, best)) {
                        best = candidate;
                    }
                }
                return best;
            }
            case "log" -> {
                requireCount(name, arguments, 1, 2);
                double x = arguments.getFirst().asNumber("log()");
                double logarithm = StrictMath.log(x);
                double base = arguments.size() < 2
                        ? 1
                        : StrictMath.log(arguments.get(1).asNumber("log()"));
                if (!(x > 0) || base == 0) {
                    throw undefined(name, x);
                }
                return new Value.Real(logarithm / base);
            }
            case "round" -> {
                requireCount(name, arguments, 1, 2);
                return rounded(arguments);
            }
            default -> {
                return single(name, arguments);
            }
        }
    }

    private static Value single(String name, List<Value> arguments) {
        if (GENERAL.contains(name)) {
            requireCount(name, arguments, 1, 1);
        }
        Value only = arguments.isEmpty() ? new Value.Text("") : arguments.getFirst();
        return switch (name) {
            case "abs" -> only.asNumber("abs()") < 0 ? Arithmetic.negate(only) : only;
            case "floor" -> whole(Math.floor(only.asNumber("floor()")));
            case "ceil" -> whole(Math.ceil(only.asNumber("ceil()")));
            case "int" -> {
                double number = converted("int", only);
                yield whole(number < 0 ? Math.ceil(number) : Math.floor(number));
            }
            case "float" -> new Value.Real(converted("float", only));
            case "str" -> new Value.Text(only.asText());
            case "bool" -> new Value.Truth(only.isTrue());
            case "len" -> {
                if (only instanceof Value.Text text) {
                    yield new Value.Whole(text.value().length());
                }
                throw new ExpressionException("len() needs a text, found " + only.asText(), "Give it a text");
            }
            default -> throw unknown(name);
        };
    }

    private static Value rounded(List<Value> arguments) {
        double number = arguments.getFirst().asNumber("round()");
        if (arguments.size() == 1) {
            return whole(Math.rint(number));
        }
        double digits = arguments.get(1).asNumber("round()");
        if (!Double.isFinite(number) || Math.abs(digits) > 300) {
            return new Value.Real(number);
        }
        return new Value.Real(new BigDecimal(number)
                .setScale((int) digits, RoundingMode.HALF_EVEN)
                .doubleValue());
    }

    private static Value whole(double number) {
        if (!(Math.abs(number) < 9e18)) {
            throw new ExpressionException(number + " is no whole number of 64 bits", "Check the value");
        }
        return new Value.Whole((long) number);
    }

    private static double converted(String name, Value value) {
        if (!(value instanceof Value.Text text)) {
            return value.asNumber(name);
        }
        Value number = Value.numberOrNull(text.value().strip());
        if (number == null) {
            throw new ExpressionException(
                    name + "() needs a number, found the text '" + text.value() + "'", "Give it a decimal number");
        }
        return number.asNumber(name);
    }

    private static double defined(String name, double result, double a, double b) {
        if (Double.isNaN(result) && !Double.isNaN(a) && !Double.isNaN(b)) {
            throw undefined(name, a);
        }
        return result;
    }

    private static ExpressionException undefined(String name, double argument) {
        return new ExpressionException(
                name + "(" + argument + ") is not defined", "Keep the argument within the function's domain");
    }

    private static void requireCount(String name, List<Value> arguments, int least, int most) {
        if (arguments.size() < least || arguments.size() > most) {
            throw new ExpressionException(
                    name + "() takes " + least
                            + (most == least ? "" : most == Integer.MAX_VALUE ? " or more" : " or " + most)
                            + " argument" + (most == 1 ? "" : "s") + ", found " + arguments.size(),
                    "Give it as many");
        }
    }

    private static ExpressionException unknown(String name) {
        if (PYTHON_ONLY.contains(name) || name.contains(".")) {
            return ExpressionException.unsupported("'" + name + "(…)'");
        }
        Set<String> known = new TreeSet<>(UNARY.keySet());
        known.addAll(BINARY.keySet());
        known.addAll(GENERAL);
        return new ExpressionException(
                "there is no function '" + name + "'" + Suggestion.phrase(name, known), "The functions are " + known);
    }
}
