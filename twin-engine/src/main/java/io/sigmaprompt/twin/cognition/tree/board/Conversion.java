package io.sigmaprompt.twin.cognition.tree.board;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Between text and numbers, with the rules of BehaviorTree.CPP 4.7, which are those of C++'s {@code from_chars} and
 * {@code to_string}: the number at the front of a text counts, and a real number is written with six decimals.
 */
public final class Conversion {
    /** The largest whole number below which a double holds each. */
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private Conversion() {}

    static double exactly(long value) {
        if (value > LARGEST_EXACT || value < -LARGEST_EXACT) {
            throw new BoardException("the whole number " + value + " is too large for a real one");
        }
        return value;
    }

    static long whole(double value, long least, long most) {
        if (value != StrictMath.rint(value) || value < least || value > most) {
            throw new BoardException(sixDigits(value) + " is not a whole number");
        }
        return (long) value;
    }

    static long within(long value, long least, long most) {
        if (value < least || value > most) {
            throw new BoardException(value + " is not within " + least + " and " + most);
        }
        return value;
    }

    /** The whole number a text begins with. */
    public static long leadingWhole(String text) {
        int end = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
        int digits = end;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end == digits) {
            throw new BoardException("'" + text + "' is not a whole number");
        }
        try {
            return Long.parseLong(text, 0, end, 10);
        } catch (NumberFormatException _) {
            throw new BoardException("'" + text + "' is out of range");
        }
    }

    /** The real number a text begins with. */
    public static double leadingReal(String text) {
        int end = realEnd(text);
        if (end == 0) {
            throw new BoardException("'" + text + "' is not a number");
        }
        String number = text.substring(0, end);
        if (number.endsWith("inf") || number.endsWith("nan")) {
            return number.endsWith("nan")
                    ? Double.NaN
                    : number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return Double.parseDouble(number);
    }

    private static int realEnd(String text) {
        int sign = !text.isEmpty() && text.charAt(0) == '-' ? 1 : 0;
        if (text.startsWith("inf", sign) || text.startsWith("nan", sign)) {
            return sign + 3;
        }
        int at = digits(text, sign);
        int count = at - sign;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            count += fraction - at - 1;
            at = fraction;
        }
        if (count == 0) {
            return 0;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            boolean signed = at + 1 < text.length() && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+');
            int exponent = digits(text, at + (signed ? 2 : 1));
            if (exponent > at + (signed ? 2 : 1)) {
                at = exponent;
            }
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A number with six decimals, rounded as the exact binary value asks. */
    static String sixDigits(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).toPlainString();
        return Double.doubleToRawLongBits(value) < 0 && !text.startsWith("-") ? "-" + text : text;
    }

    /** Reads a text as a type, into a cell. */
    public static void read(String text, PortType as, Cell into) {
        switch (as) {
            case ANY, VALUE, STRING -> into.setText(text);
            case BOOL -> into.setFlag(flag(text));
            case INT -> into.setWhole(within(leadingWhole(text), Integer.MIN_VALUE, Integer.MAX_VALUE), as);
            case UNSIGNED -> into.setWhole(within(leadingWhole(text), 0, (1L << 32) - 1), as);
            case LONG -> into.setWhole(leadingWhole(text), as);
            case DOUBLE -> into.setReal(leadingReal(text.stripLeading()));
            case STATUS -> into.setWhole(NodeStatus.named(text).ordinal(), as);
            case INTS, BOOLS, DOUBLES, STRINGS -> into.setList(list(text, as.element()), as);
        }
    }

    private static WorkQueue list(String text, PortType element) {
        WorkQueue queue = new WorkQueue(element);
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf(';', at);
            end = end < 0 ? text.length() : end;
            Cell cell = new Cell();
            read(text.substring(at, end), element, cell);
            queue.add(cell);
            at = end + 1;
        }
        return queue;
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "1", "true", "TRUE", "True" -> true;
            case "0", "false", "FALSE", "False" -> false;
            default -> throw new BoardException("'" + text + "' is neither true nor false");
        };
    }

    /** Whether all of a text is of a type, and not only its beginning; what is written in a tree has to be. */
    public static boolean fits(String text, PortType type) {
        try {
            read(text, type, new Cell());
        } catch (BoardException _) {
            return false;
        }
        return switch (type) {
            case INT, UNSIGNED, LONG -> digits(text, text.startsWith("-") ? 1 : 0) == text.length();
            case DOUBLE -> realEnd(text.strip()) == text.strip().length();
            case INTS, DOUBLES -> {
                for (String part : text.split(";", -1)) {
                    if (!part.isEmpty() && !fits(part, type.element())) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> true;
        };
    }
}
