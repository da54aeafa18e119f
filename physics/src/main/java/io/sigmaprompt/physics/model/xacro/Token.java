package io.sigmaprompt.physics.model.xacro;

/** A word of an expression. */
record Token(Kind kind, String text) {
    enum Kind {
        NUMBER,
        STRING,
        NAME,
        OPERATOR,
        END
    }

    boolean is(String operatorOrKeyword) {
        return (kind == Kind.OPERATOR || kind == Kind.NAME) && text.equals(operatorOrKeyword);
    }
}
