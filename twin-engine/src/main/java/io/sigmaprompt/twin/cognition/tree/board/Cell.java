package io.sigmaprompt.twin.cognition.tree.board;

import io.sigmaprompt.twin.codec.CanonicalInput;
import io.sigmaprompt.twin.codec.CanonicalOutput;
import org.jspecify.annotations.Nullable;

/**
 * One value of changing type, written in place so that a tick allocates nothing. It keeps a whole number as 64 bits and
 * every other number as a double, and beside that the type it was given with; casts between them are refused where they
 * would lose something (BehaviorTree.CPP, {@code BT::Any}).
 */
public final class Cell {
    private enum Kind {
        EMPTY,
        WHOLE,
        REAL,
        TEXT,
        LIST
    }

    private static final Kind[] KINDS = Kind.values();

    private Kind kind = Kind.EMPTY;
    private PortType type = PortType.ANY;
    private long whole;
    private double real;
    private @Nullable String text;
    private @Nullable WorkQueue list;

    public boolean isEmpty() {
        return kind == Kind.EMPTY;
    }

    public boolean isNumber() {
        return kind == Kind.WHOLE || kind == Kind.REAL;
    }

    /** Whether it is a number that is kept as a double. */
    public boolean isReal() {
        return kind == Kind.REAL;
    }

    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** The type it was given with. */
    public PortType type() {
        return type;
    }

    /** Empties it and says what it is to hold. */
    public void clear(PortType next) {
        become(Kind.EMPTY, next);
    }

    public void setReal(double value) {
        become(Kind.REAL, PortType.DOUBLE);
        real = value;
    }

    public void setWhole(long value, PortType as) {
        become(Kind.WHOLE, as);
        whole = value;
    }

    public void setFlag(boolean value) {
        setWhole(value ? 1 : 0, PortType.BOOL);
    }

    public void setText(String value) {
        become(Kind.TEXT, PortType.STRING);
        text = value;
    }

    public void setList(WorkQueue value, PortType as) {
        become(Kind.LIST, as);
        list = value;
    }

    private void become(Kind next, PortType as) {
        kind = next;
        type = as;
        text = null;
        list = null;
    }

    /** Becomes the same as another, type and all. */
    public void set(Cell other) {
        kind = other.kind;
        type = other.type;
        whole = other.whole;
        real = other.real;
        text = other.text;
        list = other.list;
    }

    /** Gives its value to another, which keeps its own type if it has a value. */
    public void copyInto(Cell other) {
        if (other.isEmpty()) {
            other.set(this);
        } else if (kind == other.kind) {
            PortType kept = other.type;
            other.set(this);
            other.type = kept;
        } else if (kind == Kind.REAL && other.kind == Kind.WHOLE) {
            other.whole = castLong();
        } else if (kind == Kind.WHOLE && other.kind == Kind.REAL) {
            other.real = castDouble();
        } else {
            throw cannot(other.type);
        }
    }

    public double castDouble() {
        return switch (kind) {
            case WHOLE -> Conversion.exactly(whole);
            case REAL -> real;
            case TEXT -> Conversion.leadingReal(text());
            default -> throw cannot(PortType.DOUBLE);
        };
    }

    public long castLong() {
        return switch (kind) {
            case WHOLE -> whole;
            case REAL -> Conversion.whole(real, Long.MIN_VALUE, Long.MAX_VALUE);
            case TEXT -> Conversion.leadingWhole(text());
            default -> throw cannot(PortType.LONG);
        };
    }

    public int castInt() {
        return (int) Conversion.within(castLong(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** A whole number from 0 to 2³²-1. */
    public long castUnsigned() {
        return Conversion.within(castLong(), 0, (1L << 32) - 1);
    }

    /** What counts as true: 1, or a real number above zero. Text never does, and -1 is an error, as there. */
    public boolean castBool() {
        return switch (kind) {
            case WHOLE -> Conversion.within(whole, 0, 1) == 1;
            case REAL -> {
                if (real < 0) {
                    throw new BoardException("the negative number " + castText() + " is neither true nor false");
                }
                yield real != 0;
            }
            default -> throw cannot(PortType.BOOL);
        };
    }

    public NodeStatus castStatus() {
        int number = castInt();
        if (number < 0 || number > NodeStatus.SKIPPED.ordinal()) {
            throw cannot(PortType.STATUS);
        }
        return NodeStatus.of(number);
    }

    public String castText() {
        return switch (kind) {
            case WHOLE -> Long.toString(whole);
            case REAL -> Conversion.sixDigits(real);
            case TEXT -> text();
            default -> throw cannot(PortType.STRING);
        };
    }

    public WorkQueue castList(PortType as) {
        if (kind != Kind.LIST || type != as || list == null) {
            throw cannot(as);
        }
        return list;
    }

    private String text() {
        return text == null ? "" : text;
    }

    private BoardException cannot(PortType wanted) {
        return new BoardException(
                isEmpty()
                        ? "there is no value yet, and " + wanted.words() + " is wanted"
                        : show() + " is not " + wanted.words());
    }

    /** The value for people: text in quotes. */
    public String show() {
        return switch (kind) {
            case EMPTY -> "nothing";
            case WHOLE ->
                type == PortType.BOOL
                        ? whole == 0 ? "false" : "true"
                        : type == PortType.STATUS ? NodeStatus.of((int) whole).name() : Long.toString(whole);
            case REAL -> Double.toString(real);
            case TEXT -> "'" + text() + "'";
            case LIST -> "[" + list + "]";
        };
    }

    void save(CanonicalOutput out, Queues queues) {
        out.putEnum(kind);
        out.putEnum(type);
        switch (kind) {
            case EMPTY -> {}
            case WHOLE -> out.putLong(whole);
            case REAL -> out.putDouble(real);
            case TEXT -> out.putString(text());
            case LIST -> queues.save(list, out);
        }
    }

    void restore(CanonicalInput in, Queues queues) {
        become(in.getEnum(KINDS), PortType.of(in.getByte()));
        switch (kind) {
            case EMPTY -> {}
            case WHOLE -> whole = in.getLong();
            case REAL -> real = in.getDouble();
            case TEXT -> text = in.getString();
            case LIST -> list = queues.restore(in);
        }
    }
}
