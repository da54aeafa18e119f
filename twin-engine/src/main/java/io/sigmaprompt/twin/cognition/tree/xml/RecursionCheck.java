package io.sigmaprompt.twin.cognition.tree.xml;

import io.sigmaprompt.twin.cognition.tree.DesignFault;
import io.sigmaprompt.twin.cognition.tree.ElementDesign;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses trees that contain themselves. */
final class RecursionCheck {
    private final Map<String, ElementDesign> trees;
    private final DesignFault faults;
    private final Set<String> clear = new LinkedHashSet<>();
    private final List<String> open = new ArrayList<>();

    RecursionCheck(Map<String, ElementDesign> trees, DesignFault faults) {
        this.trees = trees;
        this.faults = faults;
    }

    void check() {
        for (String id : trees.keySet()) {
            enter(id);
        }
    }

    private void enter(String id) {
        ElementDesign root = trees.get(id);
        if (root != null && !clear.contains(id)) {
            open.add(id);
            walk(root);
            open.removeLast();
            clear.add(id);
        }
    }

    private void walk(ElementDesign element) {
        if (element.subtree()) {
            int first = open.indexOf(element.id());
            if (first >= 0) {
                List<String> circle = new ArrayList<>(open.subList(first, open.size()));
                circle.add(element.id());
                throw faults.of(
                        element,
                        "ID",
                        0,
                        "tree '" + element.id() + "' contains itself: " + String.join(" → ", circle),
                        "Take one of these subtrees out; <Repeat> does something again and again");
            }
            enter(element.id());
        }
        element.children().forEach(this::walk);
    }
}
