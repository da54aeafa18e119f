package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Softness;
import io.sigmaprompt.physics.model.mechanism.ContactExclusion;
import io.sigmaprompt.physics.model.mechanism.ContactPair;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads {@code <contact>}. What a pair does not say it takes from its two geoms, mixed as those of a contact that was
 * found are (MuJoCo documentation, Computation, Contact parameters).
 */
final class ContactReader {
    private final DefaultClasses defaults;
    private final NameTable names;
    private final Map<String, ContactSurface> surfaces = new LinkedHashMap<>();

    ContactReader(DefaultClasses defaults, NameTable names, Body world) {
        this.defaults = defaults;
        this.names = names;
        for (Body body : world.all()) {
            body.geoms.forEach(
                    geom -> surfaces.put(geom.shape().name(), geom.shape().surface()));
        }
    }

    List<ContactExclusion> exclusions(XmlElement root) {
        List<ContactExclusion> exclusions = new ArrayList<>();
        for (XmlElement section : root.children("contact")) {
            for (XmlElement element : section.children("exclude")) {
                exclusions.add(new ContactExclusion(
                        Words.name(element),
                        Words.reference(element, "body1", names.of("body"), "body"),
                        Words.reference(element, "body2", names.of("body"), "body")));
            }
        }
        return exclusions;
    }

    List<ContactPair> pairs(XmlElement root) {
        List<ContactPair> pairs = new ArrayList<>();
        for (XmlElement section : root.children("contact")) {
            for (XmlElement element : section.children("pair")) {
                pairs.add(pair(defaults.resolve(element, "pair", null)));
            }
        }
        return pairs;
    }

    private ContactPair pair(XmlElement element) {
        String first = Words.reference(element, "geom1", names.of("geom"), "geom");
        String second = Words.reference(element, "geom2", names.of("geom"), "geom");
        ContactSurface mixed = mixed(
                surfaces.getOrDefault(first, ContactSurface.DEFAULT),
                surfaces.getOrDefault(second, ContactSurface.DEFAULT));
        double[] f = Words.upTo(
                element,
                "friction",
                mixed.sliding(),
                mixed.sliding(),
                mixed.torsional(),
                mixed.rolling(),
                mixed.rolling());
        for (double coefficient : f) {
            if (coefficient < 0) {
                throw element.error(
                        "the friction of <pair> is negative, " + coefficient,
                        "Give zero or more: sliding twice, torsional (m), rolling twice (m)");
            }
        }
        int dimensions = Words.integer(element, "condim", mixed.dimensions());
        if (dimensions != 1 && dimensions != 3 && dimensions != 4 && dimensions != 6) {
            throw element.error("the condim of <pair> is " + dimensions, "Give 1, 3, 4 or 6");
        }
        Softness d = mixed.softness();
        double[] r = Words.upTo(element, "solref", d.timeConstant(), d.dampingRatio());
        double[] i = Words.upTo(element, "solimp", d.impedance(), d.farImpedance(), d.width(), d.midpoint(), d.power());
        return new ContactPair(
                Words.name(element),
                first,
                second,
                dimensions,
                f[0],
                f[1],
                f[2],
                f[3],
                f[4],
                Numbers.optional(element, "margin", mixed.margin()),
                Numbers.optional(element, "gap", mixed.gap()),
                new Softness(r[0], r[1], i[0], i[1], i[2], i[3], i[4]));
    }

    private static ContactSurface mixed(ContactSurface a, ContactSurface b) {
        double margin = Math.max(a.margin(), b.margin());
        double gap = Math.max(a.gap(), b.gap());
        if (a.priority() != b.priority()) {
            ContactSurface w = a.priority() > b.priority() ? a : b;
            return surface(w.dimensions(), w.sliding(), w.torsional(), w.rolling(), margin, gap, w.softness());
        }
        double sum = a.mix() + b.mix();
        double share = sum < 1e-15 ? 0.5 : a.mix() / sum;
        return surface(
                Math.max(a.dimensions(), b.dimensions()),
                Math.max(a.sliding(), b.sliding()),
                Math.max(a.torsional(), b.torsional()),
                Math.max(a.rolling(), b.rolling()),
                margin,
                gap,
                mixed(a.softness(), b.softness(), share));
    }

    private static ContactSurface surface(
            int dimensions,
            double sliding,
            double torsional,
            double rolling,
            double margin,
            double gap,
            Softness softness) {
        return new ContactSurface(1, 1, dimensions, 0, 1, sliding, torsional, rolling, 0, margin, gap, softness, 0);
    }

    private static Softness mixed(Softness a, Softness b, double share) {
        boolean standard = a.timeConstant() > 0 && b.timeConstant() > 0;
        return new Softness(
                standard
                        ? mean(a.timeConstant(), b.timeConstant(), share)
                        : Math.min(a.timeConstant(), b.timeConstant()),
                standard
                        ? mean(a.dampingRatio(), b.dampingRatio(), share)
                        : Math.min(a.dampingRatio(), b.dampingRatio()),
                mean(a.impedance(), b.impedance(), share),
                mean(a.farImpedance(), b.farImpedance(), share),
                mean(a.width(), b.width(), share),
                mean(a.midpoint(), b.midpoint(), share),
                mean(a.power(), b.power(), share));
    }

    private static double mean(double a, double b, double share) {
        return share * a + (1 - share) * b;
    }
}
