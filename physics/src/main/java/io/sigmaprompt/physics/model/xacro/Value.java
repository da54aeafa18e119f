package io.sigmaprompt.physics.model.xacro;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an expression yields, with the conversions of Python 3, in which xacro evaluates. */
sealed interface Value {
    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Truth(boolean value) implements Value {}

    record Text(String value) implements Value {}

    /** What xacro makes of a literal: a quoted text, a number or a truth value, else the text itself. */
    static Value ofLiteral(String text) {
        if (text.length() >= 2 && text.startsWith("'") && text.endsWith("'")) {
            return new Text(text.substring(1, text.length() - 1));
        }
        if (text.contains("_")) {
            return new Text(text);
        }
        Value number = numberOrNull(text.strip());
        if (number != null) {
            return number;
        }
        return switch (text) {
            case "true", "True" -> new Truth(true);
            case "false", "False" -> new Truth(false);
            default -> new Text(text);
        };
    }

    /** The decimal number that a text is, or null. */
    static @Nullable Value numberOrNull(String text) {
        if (text.matches("[+-]?\\d{1,18}")) {
            return new Whole(Long.parseLong(text));
        }
        if (text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,9})?")) {
            return new Real(Double.parseDouble(text));
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> new Real(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> new Real(Double.NEGATIVE_INFINITY);
            case "nan" -> new Real(Double.NaN);
            default -> null;
        };
    }

    /** Python's {@code str(value)}. */
    default String asText() {
        return switch (this) {
            case Whole w -> Long.toString(w.value);
            case Real r -> realText(r.value);
            case Truth t -> t.value ? "True" : "False";
            case Text t -> t.value;
        };
    }

    /** Python's {@code bool(value)}. */
    default boolean isTrue() {
        return switch (this) {
            case Whole w -> w.value != 0;
            case Real r -> r.value != 0;
            case Truth t -> t.value;
            case Text t -> !t.value.isEmpty();
        };
    }

    /** The number that this is (truth counts as 0 or 1); an error for a text. */
    default double asNumber(String purpose) {
        return switch (this) {
            case Whole w -> w.value;
            case Real r -> r.value;
            case Truth t -> t.value ? 1 : 0;
            case Text t ->
                throw new ExpressionException(
                        purpose + " needs a number, found the text '" + t.value + "'",
                        "Use a number, or convert it with float(…)");
        };
    }

    /** Whether this counts as a whole number, as Python's bool and int do. */
    default boolean isWhole() {
        return this instanceof Whole || this instanceof Truth;
    }

    /** The whole number that this is; call only where {@link #isWhole()}. */
    default long asWhole() {
        return this instanceof Whole w ? w.value : isTrue() ? 1 : 0;
    }

    private static String realText(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = Double.toString(value);
        int mark = text.indexOf('E');
        double size = Math.abs(value);
        if (mark < 0) {
            // Python changes to exponents below 1e-4, Java below 1e-3.
            return text;
        }
        if (size != 0 && (size < 1e-4 || size >= 1e16)) {
            String digits = text.substring(0, mark);
            String exponent = text.substring(mark + 1);
            boolean negative = exponent.startsWith("-");
            String power = negative ? exponent.substring(1) : exponent;
            return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits)
                    + (negative ? "e-" : "e+")
                    + (power.length() < 2 ? "0" + power : power);
        }
        String plain = new BigDecimal(text).stripTrailingZeros().toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }
}
