package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.physics.model.xml.XmlLocation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One node of a tree as it is written.
 *
 * @param id its kind, or the subtree that stands in its place
 * @param subtree whether it is a subtree
 * @param name its own name, or null
 * @param attributes all others that it says: ports, conditions and scripts
 */
public record ElementDesign(
        String id,
        boolean subtree,
        @Nullable String name,
        Map<String, String> attributes,
        List<ElementDesign> children,
        XmlLocation place) {
    public ElementDesign {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }
}
