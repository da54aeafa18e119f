package io.sigmaprompt.physics.model.xml;

import io.sigmaprompt.physics.model.BadInputException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An immutable XML element.
 *
 * @param name as written, with its prefix
 * @param namespace the URI that the prefix is bound to, empty where it is bound to none
 * @param attributes in the order of the file, without namespace declarations, values with references resolved
 * @param children elements only; comments and processing instructions are dropped
 * @param text character data directly inside, stripped
 * @param location of the opening bracket
 */
public record XmlElement(
        String name,
        String namespace,
        Map<String, String> attributes,
        List<XmlElement> children,
        String text,
        XmlLocation location) {
    public XmlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** The name's part before the colon, or an empty string. */
    public String prefix() {
        int colon = name.indexOf(':');
        return colon < 0 ? "" : name.substring(0, colon);
    }

    /** The name's part after the colon, or all of it. */
    public String localName() {
        return name.substring(name.indexOf(':') + 1);
    }

    /** The attribute's value, or null where it is absent. */
    public @Nullable String attribute(String key) {
        return attributes.get(key);
    }

    /** The attribute's value; an error naming this element where it is absent. */
    public String requiredAttribute(String key) {
        String value = attributes.get(key);
        if (value == null) {
            throw error(
                    "<" + name + "> needs the attribute '" + key + "', found "
                            + (attributes.isEmpty() ? "no attribute" : "only " + attributes.keySet()),
                    "Add " + key + "=\"…\"");
        }
        return value;
    }

    /** The children of that name, in order. */
    public List<XmlElement> children(String child) {
        return children.stream().filter(c -> c.name.equals(child)).collect(Collectors.toUnmodifiableList());
    }

    /** The first child of that name, or null. */
    public @Nullable XmlElement child(String child) {
        for (XmlElement candidate : children) {
            if (candidate.name.equals(child)) {
                return candidate;
            }
        }
        return null;
    }

    /** The same element at the same place with other attributes and children. */
    public XmlElement with(Map<String, String> newAttributes, List<XmlElement> newChildren) {
        return new XmlElement(name, namespace, newAttributes, newChildren, text, location);
    }

    /** The same element, brought here by {@code via}. */
    public XmlElement via(String via) {
        XmlLocation here = new XmlLocation(location.file(), location.line(), location.column(), via);
        return new XmlElement(name, namespace, attributes, children, text, here);
    }

    /** A complaint about this element, to be thrown. */
    public BadInputException error(String problem, String remedy) {
        String via = location.via();
        return new BadInputException(location.toString(), via == null ? problem : problem + " (" + via + ")", remedy);
    }
}
