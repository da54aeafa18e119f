package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.ContactSurface;
import io.sigmaprompt.physics.model.Shape;
import io.sigmaprompt.physics.model.xml.Numbers;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Restitution, for which MJCF has no word. It has numbers that mean nothing to MuJoCo, so this is told there:
 * {@code <custom><numeric name="restitution" data="0.8"/></custom>} for all geoms, {@code name="restitution:GEOM"} for one.
 */
final class Restitution {
    private static final String WORD = "restitution";
    private static final String ONE = WORD + ":";

    private final NameTable names;
    private final Unsupported unsupported;

    Restitution(NameTable names, Unsupported unsupported) {
        this.names = names;
        this.unsupported = unsupported;
    }

    /** Gives the geoms of all bodies their restitution. */
    void apply(XmlElement root, Body world) {
        Map<String, Double> single = new LinkedHashMap<>();
        double all = ContactSurface.DEFAULT.restitution();
        for (XmlElement section : root.children("custom")) {
            for (XmlElement element : section.children("numeric")) {
                String name = Words.name(element);
                names.claim("numeric", name, element);
                if (name.equals(WORD)) {
                    all = value(element);
                } else if (name.startsWith(ONE)) {
                    single.put(geom(element, name.substring(ONE.length()).strip()), value(element));
                } else {
                    unsupported.add(element, "<numeric>");
                }
            }
        }
        for (Body body : world.all()) {
            double common = all;
            body.geoms.replaceAll(
                    geom -> bouncing(geom, single.getOrDefault(geom.shape().name(), common)));
        }
    }

    private String geom(XmlElement element, String name) {
        if (!names.of("geom").contains(name)) {
            throw Words.unknown(element, "name", name, names.of("geom"), "geom");
        }
        return name;
    }

    private static double value(XmlElement element) {
        @Nullable String written = element.attribute("data");
        double value = Numbers.list(element, "data", written == null ? "" : written, 1)[0];
        if (!ContactSurface.isRestitution(value)) {
            throw element.error(
                    "the restitution is " + value + ", but is a part of the speed of approach",
                    "Give a number from 0 (does not bounce) to 1 (bounces back as fast)");
        }
        return value;
    }

    private static Geom bouncing(Geom geom, double restitution) {
        Shape s = geom.shape();
        if (s.surface().restitution() == restitution) {
            return geom;
        }
        ContactSurface surface = s.surface().withRestitution(restitution);
        return new Geom(
                geom.element(), new Shape(s.name(), s.origin(), s.geometry(), s.material(), surface), geom.inertia());
    }
}
