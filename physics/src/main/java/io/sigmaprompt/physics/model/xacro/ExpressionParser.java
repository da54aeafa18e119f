package io.sigmaprompt.physics.model.xacro;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses expressions by recursive descent, with the precedence of Python's (language reference, section 6.17). */
final class ExpressionParser {
    private static final int DEEPEST = 100;
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=", "in", "is");
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "if", "else", "in", "is", "for", "lambda", "import", "def", "return");

    private final List<Token> tokens;
    private int next;
    private int depth;

    private ExpressionParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Expression parse(String text) {
        ExpressionParser parser = new ExpressionParser(ExpressionLexer.tokens(text));
        if (parser.peek().kind() == Token.Kind.END) {
            throw new ExpressionException("the expression is empty", "Write an expression between the braces");
        }
        Expression expression = parser.conditional();
        Token rest = parser.peek();
        if (rest.is("for") || rest.is("lambda")) {
            throw ExpressionException.unsupported("Python's '" + rest.text() + "'");
        }
        if (rest.is(",")) {
            throw ExpressionException.unsupported("Python tuples (a, b)");
        }
        if (rest.kind() != Token.Kind.END) {
            throw new ExpressionException(
                    "an operator is expected before '" + rest.text() + "'", "Put an operator between the two values");
        }
        return expression;
    }

    private Expression conditional() {
        if (++depth > DEEPEST) {
            throw new ExpressionException("the expression is nested too deeply", "Split it over several properties");
        }
        Expression yes = or();
        if (accept("if")) {
            Expression condition = or();
            if (!accept("else")) {
                throw new ExpressionException("'if' has no 'else'", "Write `a if condition else b`");
            }
            yes = new Expression.Conditional(condition, yes, conditional());
        }
        depth--;
        return yes;
    }

    private Expression or() {
        Expression left = and();
        while (accept("or")) {
            left = new Expression.Logical(false, left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (accept("and")) {
            left = new Expression.Logical(true, left, not());
        }
        return left;
    }

    private Expression not() {
        int count = 0;
        while (accept("not")) {
            count++;
        }
        Expression operand = comparison();
        for (int i = 0; i < count; i++) {
            operand = new Expression.Unary("not", operand);
        }
        return operand;
    }

    private Expression comparison() {
        List<Expression> operands = new ArrayList<>(List.of(sum()));
        List<String> operators = new ArrayList<>();
        while (true) {
            Token token = peek();
            boolean notIn = token.is("not") && tokens.get(next + 1).is("in");
            if (!notIn && (token.kind() == Token.Kind.STRING || !COMPARISONS.contains(token.text()))) {
                break;
            }
            next += notIn ? 2 : 1;
            if (token.is("is")) {
                throw ExpressionException.unsupported("Python's 'is'");
            }
            operators.add(notIn ? "not in" : token.text());
            operands.add(sum());
        }
        return operators.isEmpty() ? operands.getFirst() : new Expression.Comparison(operands, operators);
    }

    private Expression sum() {
        Expression left = product();
        while (peek().is("+") || peek().is("-")) {
            left = new Expression.Binary(take().text(), left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = sign();
        while (peek().is("*") || peek().is("/") || peek().is("//") || peek().is("%")) {
            left = new Expression.Binary(take().text(), left, sign());
        }
        return left;
    }

    private Expression sign() {
        List<String> signs = new ArrayList<>();
        while (peek().is("+") || peek().is("-")) {
            signs.add(take().text());
        }
        Expression operand = power();
        for (String sign : signs.reversed()) {
            operand = new Expression.Unary(sign, operand);
        }
        return operand;
    }

    private Expression power() {
        Expression base = atom();
        if (!accept("**")) {
            return base;
        }
        if (++depth > DEEPEST) {
            throw new ExpressionException("the expression is nested too deeply", "Split it over several properties");
        }
        // The exponent binds its own sign and the next power: -2**-3**2 is -(2**(-(3**2))).
        Expression result = new Expression.Binary("**", base, sign());
        depth--;
        return result;
    }

    private Expression atom() {
        Token token = take();
        switch (token.kind()) {
            case NUMBER -> {
                Value number = Value.numberOrNull(token.text());
                return new Expression.Literal(number == null ? new Value.Real(Double.NaN) : number);
            }
            case STRING -> {
                StringBuilder text = new StringBuilder(token.text());
                while (peek().kind() == Token.Kind.STRING) {
                    text.append(take().text());
                }
                return new Expression.Literal(new Value.Text(text.toString()));
            }
            case NAME -> {
                if (token.text().equals("lambda")) {
                    throw ExpressionException.unsupported("Python's 'lambda'");
                }
                if (RESERVED.contains(token.text())) {
                    throw missing(token);
                }
                return accept("(") ? call(token.text()) : name(token.text());
            }
            case OPERATOR -> {
                if (token.is("(")) {
                    Expression inner = conditional();
                    if (peek().is(",")) {
                        throw ExpressionException.unsupported("Python tuples (a, b)");
                    }
                    close();
                    return inner;
                }
                throw missing(token);
            }
            case END -> throw missing(token);
        }
        throw missing(token);
    }

    private static Expression name(String name) {
        return switch (name) {
            case "True" -> new Expression.Literal(new Value.Truth(true));
            case "False" -> new Expression.Literal(new Value.Truth(false));
            case "None" -> throw ExpressionException.unsupported("Python's None");
            default -> new Expression.Name(name);
        };
    }

    private Expression call(String function) {
        List<Expression> arguments = new ArrayList<>();
        if (!peek().is(")")) {
            do {
                arguments.add(conditional());
            } while (accept(","));
        }
        close();
        return new Expression.Call(function, arguments);
    }

    private void close() {
        if (!accept(")")) {
            Token found = peek();
            throw new ExpressionException(
                    "a closing parenthesis is expected, found "
                            + (found.kind() == Token.Kind.END ? "the end" : "'" + found.text() + "'"),
                    "Close the parenthesis");
        }
    }

    private static ExpressionException missing(Token found) {
        return new ExpressionException(
                "a value is expected, found " + (found.kind() == Token.Kind.END ? "the end" : "'" + found.text() + "'"),
                "Complete the expression");
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        Token token = tokens.get(next);
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean accept(String word) {
        if (peek().is(word)) {
            next++;
            return true;
        }
        return false;
    }
}
