package io.sigmaprompt.twin.calibration.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A robot's file as text in which elements are replaced, so that comments, order and spaces stay. */
final class RobotText {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

    /** A stretch of the text. */
    record Span(int from, int to) {}

    private String text;
    /** The text with blanks for comments, so that what is only said in them is not found. */
    private String bare = "";

    RobotText(String text) {
        this.text = text;
        blank();
    }

    private void blank() {
        Matcher matcher = COMMENT.matcher(text);
        StringBuilder out = new StringBuilder(text);
        while (matcher.find()) {
            for (int i = matcher.start(); i < matcher.end(); i++) {
                out.setCharAt(i, ' ');
            }
        }
        bare = out.toString();
    }

    /** The start tag of an element with a name, or null. */
    @Nullable
    Span start(String element, String name) {
        return find(
                "<" + element + "\\b[^>]*?\\sname\\s*=\\s*(\"" + Pattern.quote(name) + "\"|'" + Pattern.quote(name)
                        + "')[^>]*>",
                0,
                bare.length());
    }

    /** All from the start tag of a named element to its end; the element holds none of its own kind. */
    @Nullable
    Span element(String element, String name) {
        Span start = start(element, name);
        // A link or joint of a transmission or sensor bears the same name and has nothing in it.
        while (start != null && bare.startsWith("/>", start.to - 2)) {
            start = find(
                    "<" + element + "\\b[^>]*?\\sname\\s*=\\s*(\"" + Pattern.quote(name) + "\"|'" + Pattern.quote(name)
                            + "')[^>]*>",
                    start.to,
                    bare.length());
        }
        if (start == null) {
            return null;
        }
        int end = bare.indexOf("</" + element, start.to);
        return end < 0 ? null : new Span(start.from, bare.indexOf('>', end) + 1);
    }

    @Nullable
    Span find(String regex, int from, int to) {
        Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(bare);
        matcher.region(from, to);
        return matcher.find() ? new Span(matcher.start(), matcher.end()) : null;
    }

    /** A child of either form, {@code <child …/>} or {@code <child …>…</child>}, within a stretch. */
    @Nullable
    Span child(String child, Span within) {
        Span tag = find("<" + child + "\\b[^>]*>", within.from, within.to);
        if (tag == null || bare.startsWith("/>", tag.to - 2)) {
            return tag;
        }
        int end = bare.indexOf("</" + child, tag.to);
        return end < 0 || end > within.to ? null : new Span(tag.from, bare.indexOf('>', end) + 1);
    }

    String of(Span span) {
        return text.substring(span.from, span.to);
    }

    String bareOf(Span span) {
        return bare.substring(span.from, span.to);
    }

    void replace(Span span, String by) {
        text = text.substring(0, span.from) + by + text.substring(span.to);
        blank();
    }

    /** The blanks before a place on its line. */
    String indent(int at) {
        int line = text.lastIndexOf('\n', at - 1) + 1;
        String before = text.substring(line, at);
        return before.isBlank() ? before : "  ";
    }

    /** A start tag with an attribute set, added where it has none. */
    static String with(String tag, String attribute, String value) {
        Matcher matcher = Pattern.compile("(\\s" + attribute + "\\s*=\\s*)(\"[^\"]*\"|'[^']*')")
                .matcher(tag);
        if (matcher.find()) {
            return tag.substring(0, matcher.start())
                    + matcher.group(1)
                    + '"'
                    + value
                    + '"'
                    + tag.substring(matcher.end());
        }
        int end = tag.endsWith("/>") ? tag.length() - 2 : tag.length() - 1;
        return tag.substring(0, end).stripTrailing() + " " + attribute + "=\"" + value + "\"" + tag.substring(end);
    }

    @Override
    public String toString() {
        return text;
    }
}
