package io.sigmaprompt.twin.cognition.tree.board;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one tree or subtree. A name that is remapped is another's in the blackboard above; with autoremap every
 * name is that does not begin with an underscore; a name that begins with {@code @} is the uppermost blackboard's. The
 * type of an entry is locked with its first declaration or typed value (BehaviorTree.CPP, {@code BT::Blackboard}).
 */
public final class Blackboard {
    private final @Nullable Blackboard parent;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, String> remapped = new LinkedHashMap<>();
    private final Map<String, String> rootNames = new LinkedHashMap<>();
    private final Cell scratch = new Cell();
    private boolean autoremap;

    public Blackboard(@Nullable Blackboard parent) {
        this.parent = parent;
    }

    /** Lets every name that is not private be the parent's. */
    public void autoremap(boolean on) {
        autoremap = on;
    }

    /** Lets a name be another name of the parent's. */
    public void remap(String inside, String outside) {
        remapped.putIfAbsent(inside, outside);
    }

    /** Its own entries, in the order they were made. */
    public Map<String, Entry> entries() {
        return entries;
    }

    /** A number that is another when an entry of its own was written, made or taken away, as good as always. */
    public long stamp() {
        long stamp = entries.size();
        for (Entry entry : entries.values()) {
            stamp = stamp * 31 + entry.writes();
        }
        return stamp;
    }

    /** The entry of a name, wherever it lies, or null. */
    public @Nullable Entry entry(String name) {
        if (name.startsWith("@")) {
            return root().entry(rootName(name));
        }
        Entry own = entries.get(name);
        if (own != null || parent == null) {
            return own;
        }
        String outside = remapped.get(name);
        if (outside != null) {
            return parent.entry(outside);
        }
        return autoremap && !name.startsWith("_") ? parent.entry(name) : null;
    }

    private Blackboard root() {
        Blackboard board = this;
        while (board.parent != null) {
            board = board.parent;
        }
        return board;
    }

    private String rootName(String name) {
        String stripped = rootNames.get(name);
        if (stripped == null) {
            stripped = name.substring(1);
            rootNames.put(name, stripped);
        }
        return stripped;
    }

    /** Makes the entry of a name, held to a port's type; the one that is there, if it agrees. */
    public Entry declare(String name, PortType type) {
        return create(name, type, type.readable() ? Entry.Reading.TYPE : Entry.Reading.NONE);
    }

    private Entry create(String name, PortType type, Entry.Reading reading) {
        if (name.startsWith("@")) {
            if (name.indexOf('@', 1) > 0) {
                throw new BoardException("'" + name + "' has more than one '@'");
            }
            return root().create(rootName(name), type, reading);
        }
        Entry own = entries.get(name);
        if (own != null) {
            if (own.type() != type && own.type().strong() && type.strong()) {
                throw changed(name, own.type(), type);
            }
            return own;
        }
        if (parent != null) {
            String outside = remapped.get(name);
            if (outside != null) {
                return parent.create(outside, type, reading);
            }
            if (autoremap && !name.startsWith("_")) {
                return parent.create(name, type, reading);
            }
        }
        Entry made = new Entry(type, reading);
        entries.put(name, made);
        return made;
    }

    /** Removes an entry of its own. */
    public void unset(String name) {
        entries.remove(name);
    }

    /** Writes text, which an entry of another type reads as its own. */
    public void setText(String name, String text) {
        scratch.setText(text);
        write(name, scratch, PortType.ANY, false);
    }

    /** Writes a value of a port's type. */
    public void setTyped(String name, Cell value) {
        write(name, value, value.type() == PortType.STRING ? PortType.ANY : value.type(), false);
    }

    /** Writes a value as a whole, type and all. */
    public void setWhole(String name, Cell value) {
        write(name, value, value.type(), true);
    }

    private void write(String name, Cell value, PortType made, boolean whole) {
        if (name.startsWith("@")) {
            root().write(rootName(name), value, made, whole);
            return;
        }
        Entry own = entries.get(name);
        if (own == null) {
            Entry entry = create(
                    name,
                    made,
                    whole ? Entry.Reading.REFUSED : made.readable() ? Entry.Reading.TYPE : Entry.Reading.NONE);
            entry.value().set(value);
            entry.touch();
            return;
        }
        if (!own.type().strong()) {
            own.become(whole ? PortType.VALUE : value.type(), whole ? Entry.Reading.REFUSED : Entry.Reading.TYPE);
            own.value().set(value);
        } else if (own.type() == value.type()) {
            overwrite(own, value, whole);
        } else if (!whole && value.isText() && own.reads()) {
            own.read(value.castText(), scratch);
            overwrite(own, scratch, false);
        } else if (!whole && value.isNumber() && fits(value, own.type())) {
            overwrite(own, value, false);
        } else {
            throw changed(name, own.type(), value.type());
        }
        own.touch();
    }

    private static void overwrite(Entry entry, Cell value, boolean whole) {
        if (whole) {
            entry.value().set(value);
        } else {
            value.copyInto(entry.value());
        }
    }

    /** Whether a number can be held as another type of number without loss. */
    private static boolean fits(Cell value, PortType type) {
        try {
            switch (type) {
                case INT -> value.castInt();
                case UNSIGNED -> value.castUnsigned();
                case LONG -> value.castLong();
                case DOUBLE -> value.castDouble();
                default -> {
                    return false;
                }
            }
        } catch (BoardException _) {
            return false;
        }
        return true;
    }

    private static BoardException changed(String name, PortType before, PortType now) {
        return new BoardException("entry '" + name + "' holds " + before.words() + ", and its type does not change to "
                + now.words() + " later");
    }

    public void save(CanonicalOutput out, Queues queues) {
        out.putInt(entries.size());
        entries.forEach((name, entry) -> {
            out.putString(name);
            entry.save(out, queues);
        });
    }

    public void restore(CanonicalInput in, Queues queues) {
        entries.clear();
        int count = in.getInt();
        for (int i = 0; i < count; i++) {
            String name = in.getString();
            entries.put(name, Entry.restored(in, queues));
        }
    }
}
