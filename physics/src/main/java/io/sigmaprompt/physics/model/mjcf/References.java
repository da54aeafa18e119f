package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which attributes of MJCF name another element, and of which kind that is. */
final class References {
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("joint", "joint"),
            Map.entry("joint1", "joint"),
            Map.entry("joint2", "joint"),
            Map.entry("jointinparent", "joint"),
            Map.entry("site", "site"),
            Map.entry("site1", "site"),
            Map.entry("site2", "site"),
            Map.entry("refsite", "site"),
            Map.entry("body", "body"),
            Map.entry("body1", "body"),
            Map.entry("body2", "body"),
            Map.entry("target", "body"),
            Map.entry("subtree1", "body"),
            Map.entry("subtree2", "body"),
            Map.entry("geom", "geom"),
            Map.entry("geom1", "geom"),
            Map.entry("geom2", "geom"),
            Map.entry("camera", "camera"),
            Map.entry("tendon", "tendon"),
            Map.entry("tendon1", "tendon"),
            Map.entry("tendon2", "tendon"),
            Map.entry("actuator", "actuator"));

    private References() {}

    /** The kind of element that an attribute names, or null where it names none that a body or section holds. */
    static @Nullable String kind(XmlElement element, String key) {
        return switch (key) {
            case "objname" -> kindOfType(element.attribute("objtype"));
            case "refname" -> kindOfType(element.attribute("reftype"));
            default -> KINDS.get(key);
        };
    }

    private static @Nullable String kindOfType(@Nullable String type) {
        return "xbody".equals(type) ? "body" : type;
    }

    /** The kind of an element that is itself named. */
    static String kindOf(XmlElement element, String parent) {
        return switch (parent) {
            case "tendon", "actuator", "sensor", "equality", "contact", "asset" -> parent;
            default -> element.name().equals("freejoint") ? "joint" : element.name();
        };
    }
}
