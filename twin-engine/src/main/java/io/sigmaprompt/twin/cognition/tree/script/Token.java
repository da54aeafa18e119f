package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A word of a script.
 *
 * @param text as written
 * @param value of a literal
 * @param offset where it begins
 */
record Token(Kind kind, String text, @Nullable Cell value, int offset) {
    enum Kind {
        NAME,
        VALUE,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    String show() {
        return kind == Kind.END ? "its end" : "'" + text + "'";
    }
}
