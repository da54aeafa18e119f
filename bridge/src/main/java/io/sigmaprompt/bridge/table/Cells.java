package io.sigmaprompt.bridge.table;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands in a cell. */
final class Cells {
    private static final Set<String> ABSENT =
            Set.of("", "nan", "null", "na", "n/a", "none", "-", "?", "#n/a", "#value!");
    private static final Set<String> TRUE = Set.of("true", "yes", "wahr", "on", "vrai");
    private static final Set<String> FALSE = Set.of("false", "no", "falsch", "off", "faux");
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d*,\\d+([eE][+-]?\\d+)?");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d*\\.\\d+([eE][+-]?\\d+)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Cells() {}

    /** Without blanks and the quotation marks that spreadsheets leave around dates. */
    static String clean(String text) {
        String stripped = text.strip();
        while (stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"")) {
            stripped = stripped.substring(1, stripped.length() - 1).strip();
        }
        return stripped;
    }

    static boolean isAbsent(String text) {
        return ABSENT.contains(text.toLowerCase(Locale.ROOT));
    }

    static boolean hasDecimalComma(String text) {
        return WITH_COMMA.matcher(text).matches();
    }

    static boolean hasDecimalPoint(String text) {
        return WITH_POINT.matcher(text).matches();
    }

    /** 1 for true, 0 for false, NaN for anything else. */
    static double truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return TRUE.contains(word) ? 1 : FALSE.contains(word) ? 0 : Double.NaN;
    }

    /** The number with the decimal point that parsers want. */
    static String plain(String text, char decimal) {
        // With a decimal comma a point groups thousands or is a mistake; neither is to be read as a decimal point.
        return decimal == ',' ? text.replace('.', '?').replace(',', '.') : text;
    }

    /** The number, or NaN where there is none. */
    static double number(String text, char decimal) {
        String plain = plain(text, decimal);
        if (!NUMBER.matcher(plain).matches()) {
            return Double.NaN;
        }
        double value = Double.parseDouble(plain);
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
