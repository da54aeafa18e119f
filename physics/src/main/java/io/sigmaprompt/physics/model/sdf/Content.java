package io.sigmaprompt.physics.model.sdf;

import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads values that SDFormat writes as the text of child elements. */
final class Content {
    /** From this magnitude on SDFormat means infinity. */
    private static final double ENDLESS = 1e16;

    private Content() {}

    static double number(XmlElement parent, String child, double absent) {
        XmlElement element = parent.child(child);
        return element == null ? absent : Numbers.content(element, 1)[0];
    }

    /** A child that must be there; {@code what} names its parent in the complaint. */
    static XmlElement required(XmlElement parent, String child, String what) {
        XmlElement element = parent.child(child);
        if (element == null) {
            throw parent.error(what + " has no <" + child + ">", "Add <" + child + ">…</" + child + ">");
        }
        return element;
    }

    /** A bound, which may be infinite, in words or as 1e16 and more. */
    static double bound(XmlElement parent, String child, double absent) {
        XmlElement element = parent.child(child);
        if (element == null) {
            return absent;
        }
        double value =
                switch (element.text().toLowerCase(Locale.ROOT)) {
                    case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
                    case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
                    default -> Numbers.content(element, 1)[0];
                };
        return Math.abs(value) >= ENDLESS ? Math.copySign(Double.POSITIVE_INFINITY, value) : value;
    }

    static boolean flag(XmlElement parent, String child, boolean absent) {
        XmlElement element = parent.child(child);
        return element == null ? absent : flag(element, element.text(), "<" + child + ">");
    }

    static boolean flagAttribute(XmlElement element, String key) {
        String text = element.attribute(key);
        return text != null && flag(element, text, key);
    }

    private static boolean flag(XmlElement element, String text, String what) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw element.error(what + " is true or false, found '" + text + "'", "Write true or false");
        };
    }

    static Vec3 vector(XmlElement element) {
        double[] v = Numbers.content(element, 3);
        return new Vec3(v[0], v[1], v[2]);
    }

    /** The text of a child, or null where the child is absent or empty. */
    static @Nullable String word(XmlElement parent, String child) {
        XmlElement element = parent.child(child);
        return element == null || element.text().isEmpty() ? null : element.text();
    }
}
