package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.Suggestion;
import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The classes of defaults, each holding all attributes that its elements have unless they write them (MuJoCo
 * documentation, Modeling, Default settings).
 */
final class DefaultClasses {
    private static final String MAIN = "main";
    private static final Set<String> ACTUATORS =
            Set.of("general", "motor", "position", "velocity", "intvelocity", "damper", "cylinder", "muscle");
    private static final Set<String> TENDONS = Set.of("fixed", "spatial");
    private static final Set<String> EQUALITIES = Set.of("connect", "weld");

    /** Lists of which an element may write only the beginning and keeps the class's rest. */
    private static final Set<String> OVERLAID = Set.of(
            "size",
            "friction",
            "solref",
            "solimp",
            "solreflimit",
            "solimplimit",
            "solreffriction",
            "solimpfriction",
            "gear",
            "gainprm",
            "biasprm",
            "dynprm",
            "polycoef");

    /** Attributes by kind of element, by class. */
    private final Map<String, Map<String, Map<String, String>>> classes = new LinkedHashMap<>();

    DefaultClasses(XmlElement root) {
        classes.put(MAIN, new LinkedHashMap<>());
        for (XmlElement element : root.children("default")) {
            String name = element.attributes().getOrDefault("class", MAIN);
            if (!name.equals(MAIN)) {
                throw element.error(
                        "the outermost <default> is the class 'main', found '" + name + "'",
                        "Put <default class=\"" + name + "\"> into a <default>");
            }
            fill(element, MAIN);
        }
    }

    private Map<String, Map<String, String>> of(String name) {
        return classes.getOrDefault(name, Map.of());
    }

    private void fill(XmlElement element, String name) {
        Map<String, Map<String, String>> own = of(name);
        for (XmlElement child : element.children()) {
            if (!child.name().equals("default")) {
                Map<String, String> inherited = own.getOrDefault(kind(child.name()), Map.of());
                own.put(kind(child.name()), merged(inherited, asGeneral(child, inherited)));
            }
        }
        for (XmlElement child : element.children("default")) {
            String nested = child.requiredAttribute("class");
            Map<String, Map<String, String>> copy = new LinkedHashMap<>(own);
            if (classes.putIfAbsent(nested, copy) != null) {
                throw child.error(
                        "the default class '" + nested + "' is defined twice", "Rename or remove one of them");
            }
            fill(child, nested);
        }
    }

    /** The class's attributes for a kind of element speak one language, so those of a motor are those of a general. */
    private static Map<String, String> asGeneral(XmlElement child, Map<String, String> inherited) {
        if (!ACTUATORS.contains(child.name())) {
            return child.attributes();
        }
        return ActuatorShortcut.expand(child.with(merged(inherited, child.attributes()), child.children()));
    }

    /** Which kind of defaults an element has. */
    private static String kind(String name) {
        return ACTUATORS.contains(name)
                ? "general"
                : TENDONS.contains(name) ? "tendon" : EQUALITIES.contains(name) ? "equality" : name;
    }

    /** A class that an element names, checked. */
    String checked(XmlElement element, String key) {
        String name = element.requiredAttribute(key);
        if (!classes.containsKey(name)) {
            throw element.error(
                    "the default class '" + name + "' is unknown" + Suggestion.phrase(name, classes.keySet()),
                    "Define it with <default class=\"" + name + "\"> inside <default>, or name one of "
                            + String.join(", ", classes.keySet()));
        }
        return name;
    }

    /** The element with all its attributes, those of its class too. */
    XmlElement resolve(XmlElement element, String kind, @Nullable String childclass) {
        String name =
                element.attribute("class") != null ? checked(element, "class") : childclass == null ? MAIN : childclass;
        Map<String, String> inherited = of(name).getOrDefault(kind, Map.of());
        return inherited.isEmpty()
                ? element
                : element.with(merged(inherited, element.attributes()), element.children());
    }

    /** The actuator with all its attributes, in the language of {@code <general>}. */
    XmlElement resolveActuator(XmlElement element) {
        XmlElement resolved = resolve(element, "general", null);
        return resolved.with(ActuatorShortcut.expand(resolved), resolved.children());
    }

    private static Map<String, String> merged(Map<String, String> inherited, Map<String, String> own) {
        Map<String, String> merged = new LinkedHashMap<>(inherited);
        if (Placement.ALTERNATIVES.stream().anyMatch(own::containsKey)) {
            Placement.ROTATIONS.forEach(merged::remove);
        }
        // As MuJoCo has it: an inherited axisangle, euler, xyaxes or zaxis wins over a quaternion.
        boolean turned = Placement.ALTERNATIVES.stream().anyMatch(merged::containsKey);
        own.forEach((key, value) -> {
            String before = merged.get(key);
            if (!(turned && key.equals("quat"))) {
                merged.put(key, before != null && OVERLAID.contains(key) ? overlaid(before, value) : value);
            }
        });
        return merged;
    }

    private static String overlaid(String before, String value) {
        List<String> old = List.of(before.strip().split("\\s+", -1));
        int written = value.strip().split("\\s+", -1).length;
        return written >= old.size() ? value : value + " " + String.join(" ", old.subList(written, old.size()));
    }
}
