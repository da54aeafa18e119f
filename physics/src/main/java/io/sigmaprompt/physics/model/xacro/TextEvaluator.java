package io.sigmaprompt.physics.model.xacro;

/** Replaces expressions in braces and substitutions in parentheses in attribute values; a doubled dollar escapes. */
final class TextEvaluator {
    private static final int DEEPEST = 100;
    /** Properties that repeat each other could otherwise fill the memory from a few lines. */
    private static final int LONGEST = 1 << 20;

    private final Substitutions substitutions;
    private int depth;

    TextEvaluator(Substitutions substitutions) {
        this.substitutions = substitutions;
    }

    /** The text with everything replaced; a text that is one expression keeps the expression's type. */
    Value evaluate(String text, Scope scope) {
        if (text.indexOf('$') < 0) {
            return new Value.Text(text);
        }
        if (depth >= DEEPEST) {
            throw new ExpressionException("its properties refer to each other too deeply", "Shorten the chain");
        }
        depth++;
        try {
            return replaced(text, scope);
        } finally {
            depth--;
        }
    }

    private Value replaced(String text, Scope scope) {
        StringBuilder out = new StringBuilder();
        Value first = null;
        boolean alone = true;
        int at = 0;
        while (at < text.length()) {
            int dollar = text.indexOf('$', at);
            if (dollar < 0) {
                dollar = text.length();
            }
            if (dollar > at) {
                out.append(text, at, dollar);
                alone = false;
                at = dollar;
                continue;
            }
            int run = dollar;
            while (run < text.length() && text.charAt(run) == '$') {
                run++;
            }
            char opening = run < text.length() ? text.charAt(run) : ' ';
            if (run - dollar > 1 || (opening != '{' && opening != '(')) {
                boolean escape = run - dollar > 1 && (opening == '{' || opening == '(');
                out.append(text, escape ? dollar + 1 : dollar, escape ? run + 1 : run);
                at = escape ? run + 1 : run;
                alone = false;
                continue;
            }
            int end = closing(text, run);
            String inner = text.substring(run + 1, end);
            Value value = opening == '{'
                    ? ExpressionEvaluator.evaluate(evaluate(inner, scope).asText(), scope)
                    : substituted(inner, text.substring(end + 1), scope);
            alone &= first == null;
            first = value;
            out.append(value.asText());
            if (out.length() > LONGEST) {
                throw new ExpressionException(
                        "the text grows beyond " + LONGEST + " characters", "Check properties that repeat others");
            }
            at = end + 1;
        }
        return alone && first != null ? first : new Value.Text(out.toString());
    }

    private Value substituted(String inner, String after, Scope scope) {
        String command = evaluate(inner, scope).asText().strip();
        if (command.startsWith("eval ")) {
            return ExpressionEvaluator.evaluate(command.substring("eval ".length()), substitutions.evalScope(scope));
        }
        return new Value.Text(substitutions.resolve(command, after));
    }

    /** Index of the bracket that closes the one at {@code open}, outside quotes. */
    private static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '{' ? '}' : ')';
        int nested = 0;
        char quote = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == opening) {
                nested++;
            } else if (c == closing && --nested == 0) {
                return i;
            }
        }
        throw new ExpressionException(
                "'$" + opening + "' is not closed in '" + text + "'", "Add the missing '" + closing + "'");
    }
}
