package io.sigmaprompt.twin.cognition.tree.node;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.Cell;
import io.sigmaprompt.twin.cognition.tree.board.Conversion;
import io.sigmaprompt.twin.cognition.tree.board.Entry;
import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import org.jspecify.annotations.Nullable;

/** An input port of one node: a value written in the tree, which is read once, or an entry, read at each call. */
public final class Input {
    private final String port;
    private final Blackboard board;
    private final @Nullable String text;
    private final @Nullable String key;
    private final Cell value = new Cell();
    private @Nullable PortType readAs;

    Input(String port, Blackboard board, @Nullable String text) {
        this.port = port;
        this.board = board;
        this.text = text;
        key = text == null ? null : BlackboardPointer.key(port, text);
    }

    /** Whether the tree or the port's default says anything. */
    public boolean given() {
        return text != null;
    }

    /** The text as written, or null. */
    public @Nullable String raw() {
        return text;
    }

    /** The entry it points at, or null where it holds a value. */
    public @Nullable String key() {
        return key;
    }

    /** Whether there is a value. */
    public boolean present() {
        if (key == null) {
            return text != null;
        }
        Entry entry = board.entry(key);
        return entry != null && !entry.value().isEmpty();
    }

    public double number() {
        return read(PortType.DOUBLE).castDouble();
    }

    public int whole() {
        return read(PortType.INT).castInt();
    }

    /** A whole number from 0 to 2³²-1. */
    public long unsigned() {
        return read(PortType.UNSIGNED).castUnsigned();
    }

    public boolean flag() {
        return read(PortType.BOOL).castBool();
    }

    public String text() {
        return read(PortType.STRING).castText();
    }

    public NodeStatus status() {
        return read(PortType.STATUS).castStatus();
    }

    /** The value, with text already read as that type. */
    public Cell read(PortType as) {
        try {
            return key == null ? constant(as) : entry(key, as);
        } catch (BoardException e) {
            throw new BoardException("port '" + port + "': " + e.getMessage());
        }
    }

    private Cell constant(PortType as) {
        if (text == null) {
            throw new BoardException("it is not given");
        }
        if (readAs != as) {
            Conversion.read(text, as, value);
            readAs = as;
        }
        return value;
    }

    private Cell entry(String name, PortType as) {
        Entry entry = board.entry(name);
        if (entry == null || entry.value().isEmpty()) {
            throw new BoardException("entry '" + name + "' has no value yet");
        }
        if (!entry.value().isText() || as == PortType.STRING) {
            return entry.value();
        }
        Conversion.read(entry.value().castText(), as, value);
        return value;
    }
}
