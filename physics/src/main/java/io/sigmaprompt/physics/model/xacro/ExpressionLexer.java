package io.sigmaprompt.physics.model.xacro;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits an expression into tokens. */
final class ExpressionLexer {
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\d_]*(\\.[\\p{L}_][\\p{L}\\d_]*)*");
    private static final List<String> OPERATORS =
            List.of("**", "//", "==", "!=", "<=", ">=", "+", "-", "*", "/", "%", "<", ">", "(", ")", ",");

    private ExpressionLexer() {}

    /** The tokens of a text, an END last. */
    static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        Matcher name = NAME.matcher(text);
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '\'' || c == '"') {
                at = string(text, at, tokens);
            } else if (number.region(at, text.length()).lookingAt()) {
                tokens.add(new Token(Token.Kind.NUMBER, number.group()));
                at = number.end();
            } else if (name.region(at, text.length()).lookingAt()) {
                tokens.add(new Token(Token.Kind.NAME, name.group()));
                at = name.end();
            } else {
                at = operator(text, at, tokens);
            }
        }
        tokens.add(new Token(Token.Kind.END, ""));
        return tokens;
    }

    private static int string(String text, int from, List<Token> tokens) {
        char quote = text.charAt(from);
        StringBuilder value = new StringBuilder();
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                tokens.add(new Token(Token.Kind.STRING, value.toString()));
                return at + 1;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                char escaped = text.charAt(at);
                value.append(
                        switch (escaped) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            default -> escaped;
                        });
            } else {
                value.append(c);
            }
        }
        throw new ExpressionException("a text begins with " + quote + " and does not end", "Close the quotes");
    }

    private static int operator(String text, int at, List<Token> tokens) {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                tokens.add(new Token(Token.Kind.OPERATOR, operator));
                return at + operator.length();
            }
        }
        char c = text.charAt(at);
        switch (c) {
            case '[', ']' -> throw ExpressionException.unsupported("Python lists or indexing ([…])");
            case '{', '}', ':' -> throw ExpressionException.unsupported("Python dictionaries or slices ('" + c + "')");
            case '.' -> throw ExpressionException.unsupported("attributes or methods of Python objects (.…)");
            case '=' ->
                throw new ExpressionException("a single '=' does not compare", "Write == to compare two values");
            default ->
                throw new ExpressionException(
                        "the character '" + c + "' has no meaning in an expression", "Remove or quote it");
        }
    }
}
