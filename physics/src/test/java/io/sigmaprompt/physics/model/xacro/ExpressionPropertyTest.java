package io.sigmaprompt.physics.model.xacro;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionPropertyTest {
    /** An expression as text, and what Java computes for the same tree. */
    record Case(String text, double value) {}

    private static final Scope EMPTY = Scope.global((text, scope) -> new Value.Text(text));

    @Property
    void arithmetic_agrees_with_java_to_the_last_bit(@ForAll("expressions") Case expression) {
        Value value = ExpressionEvaluator.evaluate(expression.text(), EMPTY);
        assertEquals(expression.value(), value.asNumber("test"), expression.text());
    }

    @Property
    void a_number_survives_being_written_and_read(@ForAll double number) {
        Value read = Value.ofLiteral(new Value.Real(number).asText());
        assertEquals(number, read.asNumber("test"));
    }

    @Property
    void any_text_is_evaluated_or_refused(@ForAll("texts") String text) {
        try {
            Value value = ExpressionEvaluator.evaluate(text, EMPTY);
            assertEquals(value.asText(), value.asText());
        } catch (ExpressionException e) {
            assertEquals(e.problem(), e.getMessage());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "1", "2.5", "'a'", "(", ")", "+", "-", "**", "//", "%", "<", "==", "not ", " in ", " if ",
                        " else ", " and ", " or ", ",", "sin", "max(", "int(", "pi", "x", ".", "[", "{", "\"", "\\",
                        "é")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<Case> expressions() {
        return tree(4);
    }

    private static Arbitrary<Case> tree(int depth) {
        Arbitrary<Case> leaf = Arbitraries.doubles()
                .between(-1000, 1000)
                .map(x -> new Case("(" + new Value.Real(x).asText() + ")", x));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Case> inner = Arbitraries.lazy(() -> tree(depth - 1));
        return Arbitraries.oneOf(
                leaf,
                Combinators.combine(inner, Arbitraries.of("+", "-", "*", "/"), inner)
                        .as(ExpressionPropertyTest::join)
                        .filter(c -> Double.isFinite(c.value())),
                inner.map(c -> new Case("sin(" + c.text() + ")", StrictMath.sin(c.value()))),
                inner.map(c -> new Case("-" + c.text(), -c.value())),
                Combinators.combine(inner, inner)
                        .as((a, b) -> new Case(
                                "(" + a.text() + " if " + a.text() + " < " + b.text() + " else " + b.text() + ")",
                                a.value() < b.value() ? a.value() : b.value())));
    }

    private static Case join(Case a, String operator, Case b) {
        double value =
                switch (operator) {
                    case "+" -> a.value() + b.value();
                    case "-" -> a.value() - b.value();
                    case "*" -> a.value() * b.value();
                    default -> b.value() == 0 ? Double.NaN : a.value() / b.value();
                };
        return new Case("(" + a.text() + " " + operator + " " + b.text() + ")", value);
    }
}
