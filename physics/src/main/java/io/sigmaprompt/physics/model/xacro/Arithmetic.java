package io.sigmaprompt.physics.model.xacro;

import org.jspecify.annotations.Nullable;

/** Python's operators on values (language reference, section 6). */
final class Arithmetic {
    private Arithmetic() {}

    static Value apply(String operator, Value left, Value right) {
        if (operator.equals("+") && left instanceof Value.Text a && right instanceof Value.Text b) {
            return new Value.Text(a.value() + b.value());
        }
        if (left instanceof Value.Text || right instanceof Value.Text) {
            throw new ExpressionException(
                    "'" + operator + "' cannot join " + described(left) + " and " + described(right),
                    "Give two numbers; texts are joined with + after str(…)");
        }
        if (left.isWhole() && right.isWhole() && !operator.equals("/")) {
            Value exact = whole(operator, left.asWhole(), right.asWhole());
            if (exact != null) {
                return exact;
            }
        }
        return new Value.Real(real(operator, left.asNumber(operator), right.asNumber(operator)));
    }

    /** Exact where it fits into 64 bits; null where the floating-point result must do. */
    private static @Nullable Value whole(String operator, long a, long b) {
        try {
            return switch (operator) {
                case "+" -> new Value.Whole(Math.addExact(a, b));
                case "-" -> new Value.Whole(Math.subtractExact(a, b));
                case "*" -> new Value.Whole(Math.multiplyExact(a, b));
                case "//" -> new Value.Whole(Math.floorDiv(a, requireDivisor(b)));
                case "%" -> new Value.Whole(Math.floorMod(a, requireDivisor(b)));
                case "**" -> b < 0 ? null : power(a, b);
                default -> null;
            };
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static Value power(long base, long exponent) {
        long result = 1;
        long factor = base;
        for (long rest = exponent; rest > 0; rest >>= 1) {
            if ((rest & 1) != 0) {
                result = Math.multiplyExact(result, factor);
            }
            if (rest > 1) {
                factor = Math.multiplyExact(factor, factor);
            }
        }
        return new Value.Whole(result);
    }

    private static long requireDivisor(long b) {
        if (b == 0) {
            throw zeroDivision();
        }
        return b;
    }

    private static double real(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> {
                if (b == 0) {
                    throw zeroDivision();
                }
                yield a / b;
            }
            case "//" -> {
                if (b == 0) {
                    throw zeroDivision();
                }
                yield Math.floor((a - modulo(a, b)) / b + 0.5);
            }
            case "%" -> {
                if (b == 0) {
                    throw zeroDivision();
                }
                yield modulo(a, b);
            }
            case "**" -> {
                if (a == 0 && b < 0) {
                    throw zeroDivision();
                }
                double power = StrictMath.pow(a, b);
                if (Double.isNaN(power) && !Double.isNaN(a) && !Double.isNaN(b)) {
                    throw new ExpressionException(
                            a + " ** " + b + " is not a real number", "Raise negative numbers to whole powers only");
                }
                yield power;
            }
            default ->
                throw new ExpressionException("the operator '" + operator + "' is unknown", "Use + - * / // % **");
        };
    }

    /** The remainder with the divisor's sign. */
    private static double modulo(double a, double b) {
        double rest = a % b;
        return rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
    }

    private static ExpressionException zeroDivision() {
        return new ExpressionException("it divides by zero", "Check the divisor's value");
    }

    static boolean compare(String operator, Value left, Value right) {
        if (operator.equals("in") || operator.equals("not in")) {
            if (left instanceof Value.Text a && right instanceof Value.Text b) {
                return b.value().contains(a.value()) == operator.equals("in");
            }
            throw ExpressionException.unsupported("'in' for anything but texts");
        }
        boolean texts = left instanceof Value.Text && right instanceof Value.Text;
        boolean mixed = !texts && (left instanceof Value.Text || right instanceof Value.Text);
        if (mixed) {
            return switch (operator) {
                case "==" -> false;
                case "!=" -> true;
                default ->
                    throw new ExpressionException(
                            "'" + operator + "' cannot compare " + described(left) + " and " + described(right),
                            "Compare two numbers or two texts");
            };
        }
        if (texts) {
            int order = left.asText().compareTo(right.asText());
            return ordered(operator, order < 0, order == 0, order > 0);
        }
        double a = left.asNumber(operator);
        double b = right.asNumber(operator);
        return ordered(operator, a < b, a == b, a > b);
    }

    private static boolean ordered(String operator, boolean less, boolean equal, boolean greater) {
        return switch (operator) {
            case "==" -> equal;
            case "!=" -> !equal;
            case "<" -> less;
            case "<=" -> less || equal;
            case ">" -> greater;
            case ">=" -> greater || equal;
            default ->
                throw new ExpressionException("the comparison '" + operator + "' is unknown", "Use == != < <= > >=");
        };
    }

    static Value negate(Value value) {
        if (value.isWhole() && value.asWhole() != Long.MIN_VALUE) {
            return new Value.Whole(-value.asWhole());
        }
        return new Value.Real(-value.asNumber("-"));
    }

    private static String described(Value value) {
        return value instanceof Value.Text ? "the text '" + value.asText() + "'" : "the number " + value.asText();
    }
}
