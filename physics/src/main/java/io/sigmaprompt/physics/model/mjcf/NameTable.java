package io.sigmaprompt.physics.model.mjcf;

import io.sigmaprompt.physics.model.xml.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The names of a file, each kind of element having its own. */
final class NameTable {
    private final Map<String, Map<String, XmlElement>> byKind = new LinkedHashMap<>();

    private Map<String, XmlElement> kind(String kind) {
        return byKind.computeIfAbsent(kind, key -> new LinkedHashMap<>());
    }

    /** Notes a name; an error where the kind has it already. An empty name is none. */
    void claim(String kind, String name, XmlElement element) {
        XmlElement before = name.isEmpty() ? null : kind(kind).putIfAbsent(name, element);
        if (before != null) {
            throw element.error(
                    kind + " '" + name + "' is defined twice, first at " + before.location(),
                    "Rename or remove one of them");
        }
    }

    /** A name for an element that has none: the wish, or with a number behind where it is taken. */
    String invent(String kind, String wish, XmlElement element) {
        String name = wish;
        for (int i = 2; kind(kind).containsKey(name); i++) {
            name = wish + "_" + i;
        }
        claim(kind, name, element);
        return name;
    }

    /** All names of a kind. */
    Set<String> of(String kind) {
        return kind(kind).keySet();
    }
}
