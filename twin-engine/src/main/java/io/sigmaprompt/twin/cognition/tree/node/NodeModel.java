package io.sigmaprompt.twin.cognition.tree.node;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A kind of node: its name in a tree, its ports, how many children it takes, and how one is made.
 *
 * @param id the name of its element
 * @param most children at most; {@link #ANY_NUMBER} for no limit
 */
public record NodeModel(String id, Kind kind, List<Port> ports, int least, int most, Maker maker) {
    /** No limit of children. */
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    /** What a node is, as in BehaviorTree.CPP. */
    public enum Kind {
        ACTION,
        CONDITION,
        CONTROL,
        DECORATOR,
        SUBTREE;

        /** Its name as an element. */
        public String element() {
            return this == SUBTREE
                    ? "SubTree"
                    : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** Makes a node. */
    @FunctionalInterface
    public interface Maker {
        /**
         * A node in its first state.
         *
         * @throws NodeRefusal where the tree asks for what the node cannot be
         */
        TreeNode make(NodeSetup setup);
    }

    public NodeModel {
        ports = List.copyOf(ports);
    }

    public static NodeModel action(String id, Maker maker, Port... ports) {
        return new NodeModel(id, Kind.ACTION, List.of(ports), 0, 0, maker);
    }

    public static NodeModel condition(String id, Maker maker, Port... ports) {
        return new NodeModel(id, Kind.CONDITION, List.of(ports), 0, 0, maker);
    }

    public static NodeModel decorator(String id, Maker maker, Port... ports) {
        return new NodeModel(id, Kind.DECORATOR, List.of(ports), 1, 1, maker);
    }

    public static NodeModel control(String id, int least, int most, Maker maker, Port... ports) {
        return new NodeModel(id, Kind.CONTROL, List.of(ports), least, most, maker);
    }

    /** The port of that name, or null. */
    public @Nullable Port port(String name) {
        for (Port port : ports) {
            if (port.name().equals(name)) {
                return port;
            }
        }
        return null;
    }
}
