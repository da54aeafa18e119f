package io.sigmaprompt.physics.model.xml;

import io.sigmaprompt.physics.model.Vec3;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads numbers from attributes and from text; they are decimal, finite and separated by white space. */
public final class Numbers {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /** Of a long text a complaint shows the beginning. */
    private static final int SHOWN = 60;

    private Numbers() {}

    /** A number that must be there. */
    public static double required(XmlElement element, String key) {
        element.requiredAttribute(key);
        return optional(element, key, 0);
    }

    /** A number, or {@code absent} where the attribute is not written. */
    public static double optional(XmlElement element, String key, double absent) {
        String text = element.attribute(key);
        return text == null ? absent : list(element, key, text, 1)[0];
    }

    /** A bound, which may be infinite. */
    public static double bound(XmlElement element, String key, double absent) {
        String text = element.attribute(key);
        if (text == null) {
            return absent;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> list(element, key, text, 1)[0];
        };
    }

    /** Three numbers, or {@code absent} where the attribute is not written. */
    public static Vec3 vector(XmlElement element, String key, Vec3 absent) {
        String text = element.attribute(key);
        if (text == null) {
            return absent;
        }
        double[] v = list(element, key, text, 3);
        return new Vec3(v[0], v[1], v[2]);
    }

    /** As many numbers as {@code count} says; any number of them where it is negative. */
    public static double[] list(XmlElement element, String key, @Nullable String text, int count) {
        String stripped = text == null ? "" : text.strip();
        String[] words = stripped.isEmpty() ? new String[0] : stripped.split("\\s+", -1);
        return parse(element, "attribute " + key + "=\"" + text + "\" of <" + element.name() + ">", words, count);
    }

    /** The numbers that an element has as its text, as many as {@code count} says; any number where it is negative. */
    public static double[] content(XmlElement element, int count) {
        String text = element.text();
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        return parse(
                element,
                "<" + element.name() + ">" + shown + "</" + element.name() + ">",
                text.isEmpty() ? new String[0] : text.split("\\s+", -1),
                count);
    }

    private static double[] parse(XmlElement element, String what, String[] words, int count) {
        if (count >= 0 && words.length != count) {
            throw element.error(
                    what + " needs " + count + (count == 1 ? " number" : " numbers") + ", found " + words.length,
                    "Write " + (count == 1 ? "one decimal number" : count + " decimal numbers with blanks between"));
        }
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            boolean decimal = DECIMAL.matcher(words[i]).matches();
            values[i] = decimal ? Double.parseDouble(words[i]) : Double.NaN;
            if (!Double.isFinite(values[i])) {
                throw element.error(
                        what + " has '" + words[i] + "', which is no finite decimal number",
                        words[i].contains(",")
                                ? "Use a point for the decimals and blanks between numbers"
                                : "Write a number such as 0.5 or 1e-3");
            }
        }
        return values;
    }
}
