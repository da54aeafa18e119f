package io.sigmaprompt.twin.cognition.tree.script;

import io.sigmaprompt.twin.cognition.tree.board.Cell;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a script into words. */
final class ScriptLexer {
    private static final List<String> SIGNS = List.of(
            ":=", "+=", "-=", "*=", "/=", "==", "!=", "<=", ">=", "&&", "||", "..", "=", "<", ">", "+", "-", "*", "/",
            "&", "|", "^", "~", "!", "?", ":", ";", "(", ")");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    ScriptLexer(String text) {
        this.text = text;
    }

    List<Token> tokens() throws ScriptException {
        skipSpace();
        while (at < text.length()) {
            next();
            skipSpace();
        }
        tokens.add(new Token(Token.Kind.END, "", null, at));
        return tokens;
    }

    private void skipSpace() {
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || text.startsWith("\\\n", at)
                        || text.startsWith("\\\r\n", at))) {
            at++;
        }
    }

    private void next() throws ScriptException {
        char c = text.charAt(at);
        if (c == '\'' || c == '"') {
            quoted(c);
        } else if (isDigit(at)) {
            number();
        } else if (c == '@' || c == '_' || Character.isUnicodeIdentifierStart(text.codePointAt(at))) {
            name();
        } else {
            sign();
        }
    }

    private void quoted(char quote) throws ScriptException {
        int end = text.indexOf(quote, at + 1);
        if (end < 0) {
            throw new ScriptException(at, "a text begins here and does not end", "Close it with " + quote);
        }
        Cell cell = new Cell();
        cell.setText(text.substring(at + 1, end));
        add(Token.Kind.VALUE, end + 1, cell);
    }

    private void name() throws ScriptException {
        int end = at + Character.charCount(text.codePointAt(at));
        while (end < text.length() && Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        String word = text.substring(at, end);
        if (word.equals("true") || word.equals("false")) {
            Cell cell = new Cell();
            cell.setWhole(word.equals("true") ? 1 : 0, PortType.INT);
            add(Token.Kind.VALUE, end, cell);
        } else if (word.startsWith("true") || word.startsWith("false")) {
            throw new ScriptException(
                    at,
                    "the name '" + word + "' begins with a truth value, which BehaviorTree.CPP does not read",
                    "Call the entry something else");
        } else {
            add(Token.Kind.NAME, end, null);
        }
    }

    private void number() throws ScriptException {
        Cell cell = new Cell();
        int end = at;
        if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
            end = at + 2;
            while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0 && text.charAt(end) < 128) {
                end++;
            }
            cell.setWhole(whole(text.substring(at + 2, end), 16), PortType.LONG);
        } else {
            end = digits(at);
            int fraction = text.startsWith(".", end) && isDigit(end + 1) ? digits(end + 1) : end;
            int exponent = exponent(fraction);
            if (exponent > end) {
                cell.setReal(Double.parseDouble(text.substring(at, exponent)));
            } else {
                cell.setWhole(whole(text.substring(at, end), 10), PortType.LONG);
            }
            end = exponent;
        }
        if (end < text.length()
                && (text.charAt(end) == '.'
                        || text.charAt(end) == '_'
                        || text.charAt(end) < 128 && Character.isLetter(text.charAt(end)))) {
            throw new ScriptException(
                    end,
                    "'" + text.charAt(end) + "' follows the number " + text.substring(at, end) + " at once",
                    "Write a number such as 3, 3.5, 3e2 or 0xFF; leave a space before '..'");
        }
        add(Token.Kind.VALUE, end, cell);
    }

    private int exponent(int from) {
        if (from < text.length() && (text.charAt(from) == 'e' || text.charAt(from) == 'E')) {
            int digits = from + 1;
            if (digits < text.length() && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
                digits++;
            }
            int end = digits(digits);
            return end > digits ? end : from;
        }
        return from;
    }

    private int digits(int from) {
        int end = from;
        while (isDigit(end)) {
            end++;
        }
        return end;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private long whole(String digits, int radix) throws ScriptException {
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException _) {
            throw new ScriptException(
                    at,
                    digits.isEmpty() ? "digits are missing after 0x" : "the number does not fit 64 bits",
                    "Write a smaller number");
        }
    }

    private void sign() throws ScriptException {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, at)) {
                add(Token.Kind.SIGN, at + sign.length(), null);
                return;
            }
        }
        throw new ScriptException(
                at,
                "'" + Character.toString(text.codePointAt(at)) + "' means nothing here",
                "Scripts know := = += -= *= /= + - * / .. & | ^ ~ && || ! == != < <= > >= ? : ; and parentheses");
    }

    private void add(Token.Kind kind, int end, @Nullable Cell value) {
        tokens.add(new Token(kind, text.substring(at, end), value, at));
        at = end;
    }
}
