package io.sigmaprompt.physics.model.xacro;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a macro.
 *
 * @param forwarded whether a value of the same name around the call is the default ({@code p:=^})
 * @param fallback the default's text, or null
 */
record MacroParameter(
        String name, Kind kind, boolean forwarded, @Nullable String fallback) {
    enum Kind {
        /** An attribute of the call. */
        VALUE,
        /** {@code *b}: the next child of the call. */
        BLOCK,
        /** {@code **b}: what the next child of the call contains. */
        CONTENT
    }

    /** The parameters that a {@code params} attribute lists. */
    static List<MacroParameter> list(String text) {
        List<MacroParameter> parameters = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        int at = skipBlanks(text, 0);
        while (at < text.length()) {
            int end = at;
            while (end < text.length()
                    && !Character.isWhitespace(text.charAt(end))
                    && ":=".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String word = text.substring(at, end);
            int sign = skipBlanks(text, end);
            boolean assigned = text.startsWith(":=", sign) || text.startsWith("=", sign);
            if (assigned) {
                int from = skipBlanks(text, sign + (text.charAt(sign) == ':' ? 2 : 1));
                at = valueEnd(text, from);
                parameters.add(withDefault(word, text.substring(from, at)));
            } else {
                at = end;
                parameters.add(plain(word));
            }
            if (!assigned && at < text.length() && text.charAt(at) == ':') {
                throw new ExpressionException(
                        "the parameter '" + word + "' is followed by ':' without '='", "Write a default as p:=1");
            }
            String name = parameters.getLast().name();
            if (name.isEmpty() || !names.add(name)) {
                throw new ExpressionException(
                        name.isEmpty() ? "a parameter has no name" : "the parameter '" + name + "' is listed twice",
                        "List each parameter once, separated by blanks");
            }
            at = skipBlanks(text, at);
        }
        return List.copyOf(parameters);
    }

    private static MacroParameter plain(String word) {
        if (word.startsWith("**")) {
            return new MacroParameter(word.substring(2), Kind.CONTENT, false, null);
        }
        if (word.startsWith("*")) {
            return new MacroParameter(word.substring(1), Kind.BLOCK, false, null);
        }
        return new MacroParameter(word, Kind.VALUE, false, null);
    }

    private static MacroParameter withDefault(String word, String value) {
        MacroParameter plain = plain(word);
        if (plain.kind != Kind.VALUE) {
            throw new ExpressionException("the block parameter '" + word + "' has a default", "Remove the default");
        }
        boolean forwarded = value.startsWith("^");
        String fallback = !forwarded ? value : value.startsWith("^|") ? value.substring(2) : null;
        return new MacroParameter(plain.name, Kind.VALUE, forwarded, fallback == null ? null : unquoted(fallback));
    }

    /** Quotes keep blanks together; what is quoted whole stands without them. */
    private static String unquoted(String value) {
        boolean whole = value.length() >= 2 && value.charAt(0) == '\'' && value.indexOf('\'', 1) == value.length() - 1;
        return whole ? value.substring(1, value.length() - 1) : value;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** A value ends at the first blank outside quotes and braces. */
    private static int valueEnd(String text, int from) {
        boolean quoted = false;
        int braces = 0;
        int at = from;
        while (at < text.length() && (quoted || braces > 0 || !Character.isWhitespace(text.charAt(at)))) {
            switch (text.charAt(at)) {
                case '\'' -> quoted = !quoted;
                case '{', '(' -> braces++;
                case '}', ')' -> braces = Math.max(0, braces - 1);
                default -> {
                    // Part of the value.
                }
            }
            at++;
        }
        return at;
    }
}
