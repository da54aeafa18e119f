package io.sigmaprompt.twin.cognition.tree.node;

import org.jspecify.annotations.Nullable;

/** The {@code {entry}} that a port may say instead of a value. */
public final class BlackboardPointer {
    private BlackboardPointer() {}

    /** What stands between the braces, or null where the text is a value. */
    public static @Nullable String key(String text) {
        String bare = trimmed(text);
        return bare.length() >= 3 && bare.startsWith("{") && bare.endsWith("}")
                ? bare.substring(1, bare.length() - 1)
                : null;
    }

    /** The entry that a port's text points at; {@code {=}} is the port's own name. */
    public static @Nullable String key(String port, String text) {
        return text.equals("{=}") || text.equals("=") ? port : key(text);
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        return text.substring(from, to);
    }
}
