package io.sigmaprompt.headless.report;

import java.util.Locale;

/** Writes HTML and SVG text; whatever is not markup goes through {@link #text}. */
final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Appends markup as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Appends words, escaped. */
    Html text(String words) {
        out.append(escape(words));
        return this;
    }

    /** Appends markup made from a pattern; strings among the arguments are escaped. */
    Html add(String pattern, Object... arguments) {
        Object[] safe = arguments.clone();
        for (int i = 0; i < safe.length; i++) {
            if (safe[i] instanceof String words) {
                safe[i] = escape(words);
            }
        }
        out.append(String.format(Locale.ROOT, pattern, safe));
        return this;
    }

    static String escape(String words) {
        StringBuilder safe = new StringBuilder(words.length() + 16);
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
