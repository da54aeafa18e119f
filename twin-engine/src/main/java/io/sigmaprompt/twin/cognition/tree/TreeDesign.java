package io.sigmaprompt.twin.cognition.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A behaviour tree as it is written.
 *
 * @param main the tree that is ticked
 * @param trees root elements by the trees' IDs, in the order they were read
 * @param models what the files say of the ports of subtrees, by their IDs
 * @param warnings what is odd and still readable
 * @param sources the texts it was read from, by their files' absolute paths
 */
public record TreeDesign(
        String main,
        Map<String, ElementDesign> trees,
        Map<String, List<SubtreePort>> models,
        List<String> warnings,
        Map<String, String> sources) {
    public TreeDesign {
        trees = Collections.unmodifiableMap(new LinkedHashMap<>(trees));
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
        warnings = List.copyOf(warnings);
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
    }

    /** Every element, tree by tree, from the roots down. */
    public List<ElementDesign> elements() {
        List<ElementDesign> all = new ArrayList<>();
        trees.values().forEach(root -> collect(root, all));
        return all;
    }

    private static void collect(ElementDesign element, List<ElementDesign> all) {
        all.add(element);
        element.children().forEach(child -> collect(child, all));
    }
}
