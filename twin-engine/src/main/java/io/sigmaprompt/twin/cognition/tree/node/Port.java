package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.PortType;
import org.jspecify.annotations.Nullable;

/**
 * A port that a kind of node offers.
 *
 * @param ifAbsent what it holds where the tree says nothing, text or a blackboard entry in braces, or null
 * @param required whether the tree has to say something
 */
public record Port(
        String name,
        Direction direction,
        PortType type,
        @Nullable String ifAbsent,
        boolean required,
        String description) {
    /** Which way values go. */
    public enum Direction {
        INPUT,
        OUTPUT,
        INOUT
    }

    /** An input that the tree has to give. */
    public static Port required(String name, PortType type, String description) {
        return new Port(name, Direction.INPUT, type, null, true, description);
    }

    /** An input that may be left out. */
    public static Port optional(String name, PortType type, String description) {
        return new Port(name, Direction.INPUT, type, null, false, description);
    }

    /** An input with a default. */
    public static Port optional(String name, PortType type, String ifAbsent, String description) {
        return new Port(name, Direction.INPUT, type, ifAbsent, false, description);
    }

    /** An output. */
    public static Port output(String name, PortType type, String description) {
        return new Port(name, Direction.OUTPUT, type, null, false, description);
    }
}
