package io.sigmaprompt.twin.cognition.tree.board;

/** The types that ports and entries of the blackboard have. */
public enum PortType {
    /** Anything; an entry of this type takes any first value. */
    ANY("anything"),
    /** Anything that was put there as a whole, type and all; as loose as {@link #ANY}. */
    VALUE("anything"),
    BOOL("true or false"),
    INT("a whole number of 32 bits"),
    LONG("a whole number"),
    UNSIGNED("a whole number, not negative"),
    DOUBLE("a number"),
    STRING("text"),
    STATUS("a status"),
    INTS("whole numbers between semicolons"),
    BOOLS("truth values between semicolons"),
    DOUBLES("numbers between semicolons"),
    STRINGS("texts between semicolons");

    private static final PortType[] ALL = values();

    private final String words;

    PortType(String words) {
        this.words = words;
    }

    /** What such a value is, for people. */
    public String words() {
        return words;
    }

    /** Whether an entry of this type refuses a value of another. */
    public boolean strong() {
        return this != ANY && this != VALUE;
    }

    /** Whether text can be turned into it. */
    public boolean readable() {
        return strong() && this != STATUS;
    }

    /** Whether it is a list. */
    public boolean list() {
        return ordinal() >= INTS.ordinal();
    }

    /** What a list holds. */
    public PortType element() {
        return switch (this) {
            case INTS -> INT;
            case BOOLS -> BOOL;
            case DOUBLES -> DOUBLE;
            default -> STRING;
        };
    }

    static PortType of(int ordinal) {
        return ALL[ordinal];
    }
}
