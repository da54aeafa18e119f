package io.sigmaprompt.twin.cognition.tree.script;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads arithmetic with joining of texts, or bits: one operation holds one of the two unless parentheses part them. */
final class OperationParser {
    private enum Group {
        ARITHMETIC,
        BITS
    }

    private record Infix(Group group, int strength) {}

    private static final Map<String, Infix> BINARY = Map.of(
            "..", new Infix(Group.ARITHMETIC, 1),
            "+", new Infix(Group.ARITHMETIC, 2),
            "-", new Infix(Group.ARITHMETIC, 2),
            "*", new Infix(Group.ARITHMETIC, 3),
            "/", new Infix(Group.ARITHMETIC, 3),
            "|", new Infix(Group.BITS, 1),
            "^", new Infix(Group.BITS, 1),
            "&", new Infix(Group.BITS, 2));

    private final ScriptParser parser;
    private @Nullable Group group;

    OperationParser(ScriptParser parser) {
        this.parser = parser;
    }

    Expression parse() throws ScriptException {
        return parse(0);
    }

    private Expression parse(int least) throws ScriptException {
        Expression left = prefixed();
        while (true) {
            Token token = parser.peek();
            Infix operator = token.kind() == Token.Kind.SIGN ? BINARY.get(token.text()) : null;
            if (operator == null || operator.strength() <= least) {
                return left;
            }
            enter(operator.group());
            parser.take();
            left = new Binary(left, token.text(), parse(operator.strength()));
        }
    }

    private Expression prefixed() throws ScriptException {
        Token token = parser.peek();
        if (token.is("-")) {
            enter(Group.ARITHMETIC);
        } else if (token.is("~") || token.is("!")) {
            enter(Group.BITS);
        } else if (token.is("+") && nextIsNumber()) {
            parser.take();
            return parser.atom();
        } else {
            return parser.atom();
        }
        parser.take();
        parser.enter();
        Expression operand = prefixed();
        parser.leave();
        return new Unary(token.text().charAt(0), operand);
    }

    /** A plus sign belongs to the number behind it. */
    private boolean nextIsNumber() {
        Token plus = parser.take();
        Token next = parser.peek();
        parser.back();
        return next.kind() == Token.Kind.VALUE
                && next.offset() == plus.offset() + 1
                && Character.isDigit(next.text().charAt(0));
    }

    private void enter(Group next) throws ScriptException {
        if (group != null && group != next) {
            throw new ScriptException(
                    parser.peek().offset(),
                    "arithmetic (- * / + ..) and bits (! ~ & | ^) stand side by side",
                    "Put parentheses around one of them");
        }
        group = next;
    }
}
