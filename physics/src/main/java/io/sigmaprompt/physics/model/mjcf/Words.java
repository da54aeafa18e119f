package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.Vec3;
import io.sigmaprompt.physics.model.mechanism.Interval;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads MJCF's kinds of attribute: keywords, lists that may be cut short, ranges. */
final class Words {
    private Words() {}

    /** One of the given words. */
    static String keyword(XmlElement element, String key, String absent, String... known) {
        String written = element.attribute(key);
        if (written == null) {
            return absent;
        }
        String word = written.strip();
        List<String> words = List.of(known);
        if (!words.contains(word)) {
            throw element.error(
                    "the " + key + " of <" + element.name() + "> is '" + word + "', which is unknown"
                            + Suggestion.phrase(word, words),
                    "Known are " + String.join(", ", words));
        }
        return word;
    }

    static boolean flag(XmlElement element, String key, boolean absent) {
        return keyword(element, key, Boolean.toString(absent), "true", "false").equals("true");
    }

    static int integer(XmlElement element, String key, int absent) {
        double value = Numbers.optional(element, key, absent);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw element.error(
                    "attribute " + key + "=\"" + element.attribute(key) + "\" of <" + element.name()
                            + "> is no whole number",
                    "Write a whole number");
        }
        return (int) value;
    }

    /** As many numbers as written, at most as many as {@code absent} has, which stands in for the rest. */
    static double[] upTo(XmlElement element, String key, double... absent) {
        String text = element.attribute(key);
        if (text == null) {
            return absent;
        }
        double[] written = Numbers.list(element, key, text, -1);
        if (written.length > absent.length || written.length == 0) {
            throw element.error(
                    "attribute " + key + "=\"" + text + "\" of <" + element.name() + "> needs at most " + absent.length
                            + (absent.length == 1 ? " number" : " numbers") + ", found " + written.length,
                    "Write 1 to " + absent.length + " decimal numbers with blanks between");
        }
        double[] values = absent.clone();
        System.arraycopy(written, 0, values, 0, written.length);
        return values;
    }

    static List<Double> list(double... values) {
        List<Double> list = new ArrayList<>(values.length);
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    /** A unit vector. */
    static Vec3 direction(XmlElement element, String key, Vec3 absent) {
        Vec3 v = Numbers.vector(element, key, absent);
        double norm = v.norm();
        if (norm < 1e-14) {
            throw element.error(
                    "the " + key + " of <" + element.name() + "> is zero, which is no direction",
                    "Give a direction, such as " + key + "=\"0 0 1\"");
        }
        return new Vec3(v.x() / norm, v.y() / norm, v.z() / norm);
    }

    /**
     * A range and the switch that makes it count; where the switch is absent and {@code autolimits} holds, the range
     * counts if it is written.
     */
    static Interval range(XmlElement element, String key, String limitedKey, boolean autolimits, double unit) {
        String limited = keyword(element, limitedKey, "auto", "true", "false", "auto");
        double[] range = element.attribute(key) == null ? null : Numbers.list(element, key, element.attribute(key), 2);
        if (limited.equals("false")) {
            return Interval.UNBOUNDED;
        }
        boolean written = range != null && (range[0] != 0 || range[1] != 0);
        if (limited.equals("auto")) {
            if (!written) {
                return Interval.UNBOUNDED;
            }
            if (!autolimits) {
                throw element.error(
                        "<" + element.name() + "> has a " + key + ", but does not say whether it counts",
                        "Add " + limitedKey + "=\"true\" or \"false\", or set autolimits=\"true\" in <compiler>");
            }
        }
        if (range == null || range[0] >= range[1]) {
            throw element.error(
                    "<" + element.name() + "> is limited, but its " + key + " is "
                            + (range == null ? "absent" : "\"" + element.attribute(key) + "\", not from less to more"),
                    "Give " + key + "=\"LOWER UPPER\", or " + limitedKey + "=\"false\"");
        }
        return new Interval(range[0] * unit, range[1] * unit);
    }

    static Softness softness(XmlElement element, String solref, String solimp) {
        Softness d = Softness.DEFAULT;
        double[] r = upTo(element, solref, d.timeConstant(), d.dampingRatio());
        double[] i = upTo(element, solimp, d.impedance(), d.farImpedance(), d.width(), d.midpoint(), d.power());
        return new Softness(r[0], r[1], i[0], i[1], i[2], i[3], i[4]);
    }

    /** What a name refers to must be there. */
    static String reference(XmlElement element, String key, Iterable<String> known, String what) {
        String name = element.requiredAttribute(key).strip();
        for (String candidate : known) {
            if (candidate.equals(name)) {
                return name;
            }
        }
        throw unknown(element, key, name, known, what);
    }

    static RuntimeException unknown(XmlElement element, String key, String name, Iterable<String> known, String what) {
        return element.error(
                "<" + element.name() + "> names the " + what + " " + key + "=\"" + name + "\", but there is none"
                        + Suggestion.phrase(name, known),
                "Correct the name, or give a " + what + " that name");
    }

    static String name(XmlElement element) {
        @Nullable String name = element.attribute("name");
        return name == null ? "" : name.strip();
    }

    static double[] filled(int length, double first) {
        double[] values = new double[length];
        Arrays.fill(values, 0, 1, first);
        return values;
    }
}
