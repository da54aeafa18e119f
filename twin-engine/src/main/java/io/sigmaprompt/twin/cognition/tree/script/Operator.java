package io.sigmaprompt.twin.cognition.tree.script;

/** What stands between two values. */
enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED("/"),
    JOINED(".."),
    BIT_AND("&"),
    BIT_OR("|"),
    BIT_XOR("^"),
    AND("&&"),
    OR("||"),
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    GREATER(">"),
    AT_MOST("<="),
    AT_LEAST(">="),
    CREATE(":="),
    ASSIGN("="),
    ADD("+="),
    SUBTRACT("-="),
    MULTIPLY("*="),
    DIVIDE("/=");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    /** The operator that is written so. */
    static Operator of(String sign) {
        for (Operator each : values()) {
            if (each.sign.equals(sign)) {
                return each;
            }
        }
        throw new IllegalArgumentException(sign);
    }

    @Override
    public String toString() {
        return sign;
    }
}
