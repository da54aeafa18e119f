package io.sigmaprompt.twin.cognition.tree.board;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;

/** One name of a blackboard: its value, the type it is held to, and how often it was written. */
public final class Entry {
    /** How text becomes a value of the entry's type. */
    enum Reading {
        /** Not at all. */
        NONE,
        /** As the type says. */
        TYPE,
        /** The entry was made from a value as a whole, which cannot be read from text. */
        REFUSED
    }

    private static final Reading[] READINGS = Reading.values();

    private final Cell value = new Cell();
    private PortType type;
    private Reading reading;
    private long writes;

    Entry(PortType type, Reading reading) {
        this.type = type;
        this.reading = reading;
        value.clear(type);
    }

    /** Its value; live. */
    public Cell value() {
        return value;
    }

    /** The type it is held to. */
    public PortType type() {
        return type;
    }

    /** How often it was written. */
    public long writes() {
        return writes;
    }

    /** Says that it was written. */
    public void touch() {
        writes++;
    }

    void become(PortType next, Reading how) {
        type = next;
        reading = how;
    }

    /** Whether text is turned into a value of its type. */
    public boolean reads() {
        return reading != Reading.NONE;
    }

    /** Reads text as its type. */
    public void read(String text, Cell into) {
        if (reading == Reading.REFUSED) {
            throw new BoardException("text cannot be turned into what the entry was made from");
        }
        Conversion.read(text, type, into);
    }

    void save(CanonicalOutput out, Queues queues) {
        out.putEnum(type);
        out.putEnum(reading);
        out.putLong(writes);
        value.save(out, queues);
    }

    static Entry restored(CanonicalInput in, Queues queues) {
        Entry entry = new Entry(PortType.of(in.getByte()), in.getEnum(READINGS));
        entry.writes = in.getLong();
        entry.value.restore(in, queues);
        return entry;
    }
}
