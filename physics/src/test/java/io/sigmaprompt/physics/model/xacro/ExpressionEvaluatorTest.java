package io.sigmaprompt.physics.model.xacro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionEvaluatorTest {
    private final Scope scope = Scope.global((text, at) -> ExpressionEvaluator.evaluate(text, at));

    /** The right column is what Python 3 prints for the left one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "255/255 | 1.0",
                "1 + 2 * 3 | 7",
                "(1 + 2) * 3 | 9",
                "7 // 2 | 3",
                "-7 // 2 | -4",
                "7.5 // 2 | 3.0",
                "-7 % 3 | 2",
                "7 % -3 | -2",
                "-7.5 % 2 | 0.5",
                "2 ** 10 | 1024",
                "2 ** -1 | 0.5",
                "-2 ** 2 | -4",
                "2 ** 3 ** 2 | 512",
                "2 * -3 | -6",
                "- - 3 | 3",
                "10 ** 30 | 1e+30",
                "1e-5 | 1e-05",
                "0.0001 | 0.0001",
                "1e16 | 1e+16",
                "123456789.0 * 10 | 1234567890.0",
                "0.1 + 0.2 | 0.30000000000000004",
                "3 == 3.0 | True",
                "1 < 2 < 3 | True",
                "1 < 2 > 3 | False",
                "'a' == 'b' | False",
                "'a' != 1 | True",
                "'ab' in 'cabs' | True",
                "'x' not in 'cabs' | True",
                "not True or 1 | 1",
                "0 and nobody | 0",
                "1 or nobody | 1",
                "'yes' if 2 > 1 else 'no' | yes",
                "1 if False else 2 if False else 3 | 3",
                "'a' + \"b\" + str(3) | ab3",
                "pi | 3.141592653589793",
                "tau / 2 == pi | True",
                "math.sin(pi/2) | 1.0",
                "cos(0) | 1.0",
                "tan(0) | 0.0",
                "atan2(1, 1) == pi/4 | True",
                "asin(1) == acos(-1)/2 | True",
                "atan(0) | 0.0",
                "sqrt(16) | 4.0",
                "abs(-3) | 3",
                "abs(-3.5) | 3.5",
                "radians(180) == pi | True",
                "degrees(pi) | 180.0",
                "min(3, 1, 2) | 1",
                "max(3, 1.5) | 3",
                "floor(2.7) | 2",
                "ceil(2.1) | 3",
                "round(2.5) | 2",
                "round(3.14159, 2) | 3.14",
                "int(-2.7) | -2",
                "int('12') + 1 | 13",
                "float('1.5') | 1.5",
                "len('four') | 4",
                "True + True | 2",
                "9223372036854775807 + 0.0 | 9.223372036854776e+18",
            })
    void expressions_yield_what_python_yields(String expression, String expected) {
        assertEquals(expected, ExpressionEvaluator.evaluate(expression, scope).asText());
    }

    @Test
    void names_are_properties_first_and_constants_second() {
        scope.defineLazily("wheel_radius", "0.25");
        scope.defineLazily("e", "3");
        assertEquals(
                "0.5", ExpressionEvaluator.evaluate("2*wheel_radius", scope).asText());
        assertEquals("3", ExpressionEvaluator.evaluate("e", scope).asText());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1 / 0 | divides by zero",
                "1 // 0 | divides by zero",
                "1.0 % 0 | divides by zero",
                "0 ** -1 | divides by zero",
                "(-8) ** 0.5 | not a real number",
                "sqrt(-1) | not defined",
                "acos(2) | not defined",
                "log(0) | not defined",
                "'a' * 2 | cannot join",
                "'a' + 1 | cannot join",
                "'a' < 1 | cannot compare",
                "1 + | a value is expected, found the end",
                "1 2 | operator is expected before '2'",
                "(1 | closing parenthesis",
                "'open | does not end",
                "1 = 2 | single '='",
                "1 ? 2 | no meaning",
                "1 if 2 | no 'else'",
                "wheel | property 'wheel' is not defined",
                "sine(1) | no function 'sine' (did you mean 'sin'?)",
                "sin(1, 2) | takes 1 argument, found 2",
                "sin('a') | needs a number, found the text 'a'",
                "len(3) | needs a text",
                "int('x') | needs a number",
                "int(1e300) | no whole number",
            })
    void mistakes_are_named(String expression, String part) {
        ExpressionException e =
                assertThrows(ExpressionException.class, () -> ExpressionEvaluator.evaluate(expression, scope));
        assertTrue(e.problem().contains(part), e.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2]",
                "p[0]",
                "{'a': 1}",
                "(1, 2)",
                "1, 2",
                "xacro.load_yaml('f')",
                "load_yaml('f')",
                "dict(a)",
                "'a'.upper()",
                "known.size",
                "lambda: 1",
                "x for x",
                "None",
                "1 is 1",
            })
    void what_only_python_has_is_refused_with_the_way_out(String expression) {
        scope.defineLazily("x", "1");
        scope.defineLazily("p", "1");
        scope.defineLazily("a", "1");
        scope.defineLazily("known", "1");
        ExpressionException e =
                assertThrows(ExpressionException.class, () -> ExpressionEvaluator.evaluate(expression, scope));
        assertTrue(e.problem().contains("feature of xacro that is not supported"), e.problem());
        assertTrue(e.remedy().contains("xacro FILE > robot.urdf"), e.remedy());
    }
}
