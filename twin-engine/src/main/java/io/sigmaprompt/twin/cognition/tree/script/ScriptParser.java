package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Turns a script's words into expressions: assignment, conditional, logic, comparison, and below that an operation. */
final class ScriptParser {
    private static final int DEEPEST = 100;
    private static final Set<String> ASSIGNMENTS = Set.of(":=", "=", "+=", "-=", "*=", "/=");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

    private final Enumerations enumerations;
    private final List<Token> tokens;
    private int at;
    private int depth;

    ScriptParser(String text, Enumerations enumerations) throws ScriptException {
        this.enumerations = enumerations;
        tokens = new ScriptLexer(text).tokens();
    }

    List<Expression> statements() throws ScriptException {
        if (peek().kind() == Token.Kind.END) {
            throw new ScriptException(0, "the script is empty", "Write a statement such as x := 1");
        }
        List<Expression> statements = new ArrayList<>();
        statements.add(expression());
        while (peek().is(";")) {
            Token separator = take();
            if (peek().kind() == Token.Kind.END) {
                throw new ScriptException(
                        separator.offset(),
                        "nothing follows the last ';', which BehaviorTree.CPP does not read",
                        "Leave that ';' out");
            }
            statements.add(expression());
        }
        if (peek().kind() != Token.Kind.END) {
            throw unexpected("an operator or ';'");
        }
        return statements;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token take() {
        return tokens.get(at++);
    }

    void back() {
        at--;
    }

    Expression expression() throws ScriptException {
        enter();
        Token first = peek();
        Expression left = conditional();
        if (peek().kind() == Token.Kind.SIGN && ASSIGNMENTS.contains(peek().text())) {
            Token operator = take();
            if (!(left instanceof EntryName target)) {
                throw new ScriptException(
                        first.offset(),
                        "only an entry can stand left of '" + operator.text() + "'",
                        "Name an entry there, or write == to compare");
            }
            left = new Assignment(target.name(), operator.text(), conditional(), enumerations);
            if (peek().kind() == Token.Kind.SIGN && ASSIGNMENTS.contains(peek().text())) {
                throw unexpected("one assignment in a statement, or parentheses around the inner one");
            }
        }
        leave();
        return left;
    }

    void enter() throws ScriptException {
        if (++depth > DEEPEST) {
            throw new ScriptException(peek().offset(), "the script is nested too deep", "Split it into statements");
        }
    }

    void leave() {
        depth--;
    }

    private Expression conditional() throws ScriptException {
        Expression condition = logical();
        if (!peek().is("?")) {
            return condition;
        }
        take();
        Expression then = expression();
        if (!peek().is(":")) {
            throw unexpected("':' and what holds otherwise");
        }
        take();
        Expression otherwise = logical();
        if (peek().is("?")) {
            throw unexpected("parentheses around the inner condition");
        }
        return new Conditional(condition, then, otherwise);
    }

    private Expression logical() throws ScriptException {
        Expression left = comparison();
        while (peek().is("&&") || peek().is("||")) {
            left = new Binary(left, take().text(), comparison());
        }
        return left;
    }

    private Expression comparison() throws ScriptException {
        Expression first = operation();
        if (peek().kind() != Token.Kind.SIGN || !COMPARISONS.contains(peek().text())) {
            return first;
        }
        List<Expression> operands = new ArrayList<>(List.of(first));
        List<String> operators = new ArrayList<>();
        while (peek().kind() == Token.Kind.SIGN && COMPARISONS.contains(peek().text())) {
            operators.add(take().text());
            operands.add(operation());
        }
        return new Comparison(operands, operators, enumerations);
    }

    private Expression operation() throws ScriptException {
        return new OperationParser(this).parse();
    }

    Expression atom() throws ScriptException {
        Token token = peek();
        switch (token.kind()) {
            case VALUE -> {
                take();
                return new Literal(Objects.requireNonNull(token.value()));
            }
            case NAME -> {
                take();
                return name(token);
            }
            case SIGN -> {
                if (token.is("(")) {
                    take();
                    Expression inner = expression();
                    if (!peek().is(")")) {
                        throw unexpected("')'");
                    }
                    take();
                    return inner;
                }
                throw unexpected("a value, an entry or '('");
            }
            case END -> throw unexpected("a value, an entry or '('");
        }
        throw unexpected("a value");
    }

    private Expression name(Token token) {
        Integer constant = enumerations.value(token.text());
        boolean target = peek().kind() == Token.Kind.SIGN && ASSIGNMENTS.contains(peek().text());
        if (constant == null || target) {
            return new EntryName(token.text());
        }
        Cell cell = new Cell();
        cell.setReal(constant);
        return new Literal(cell);
    }

    ScriptException unexpected(String expected) {
        return new ScriptException(
                peek().offset(), "expected " + expected + ", found " + peek().show(), "Mend the script there");
    }
}
