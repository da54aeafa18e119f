package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.cognition.tree.control.ControlNodes;
import io.sigmaprompt.twin.cognition.tree.decorator.DecoratorNodes;
import io.sigmaprompt.twin.cognition.tree.decorator.SubTree;
import io.sigmaprompt.twin.cognition.tree.leaf.LeafNodes;
import io.sigmaprompt.twin.cognition.tree.node.NodeModel;
import io.sigmaprompt.twin.cognition.tree.script.Enumerations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of node that a tree may use, and the names that its scripts may use for numbers. */
public final class NodeLibrary {
    private final Map<String, NodeModel> models = new LinkedHashMap<>();
    private final Enumerations enumerations;

    private NodeLibrary(Collection<NodeModel> all, Enumerations enumerations) {
        this.enumerations = enumerations;
        for (NodeModel model : all) {
            if (models.put(model.id(), model) != null) {
                throw new IllegalArgumentException("two kinds of node are called " + model.id());
            }
        }
    }

    /** All that BehaviorTree.CPP has of itself, but ManualSelector. */
    public static NodeLibrary standard() {
        List<NodeModel> models = new ArrayList<>(ControlNodes.models());
        models.addAll(DecoratorNodes.models());
        models.addAll(LeafNodes.models());
        models.add(SubTree.MODEL);
        return new NodeLibrary(models, Enumerations.NONE);
    }

    /** This library and more kinds. */
    public NodeLibrary with(List<NodeModel> more) {
        List<NodeModel> all = new ArrayList<>(models.values());
        all.addAll(more);
        return new NodeLibrary(all, enumerations);
    }

    /** This library with names for numbers. */
    public NodeLibrary with(Enumerations names) {
        return new NodeLibrary(models.values(), names);
    }

    /** The kind of that name, or null. */
    public @Nullable NodeModel model(String id) {
        return models.get(id);
    }

    public Set<String> ids() {
        return Collections.unmodifiableSet(models.keySet());
    }

    public Enumerations enumerations() {
        return enumerations;
    }
}
