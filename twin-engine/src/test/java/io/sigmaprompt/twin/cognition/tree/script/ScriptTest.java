package io.sigmaprompt.twin.cognition.tree.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.board.BoardException;
import io.sigmaprompt.twin.cognition.tree.board.PortType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values are those of BehaviorTree.CPP 4.7's scripting, read from its sources and tests. */
class ScriptTest {
    private static final Enumerations COLOURS = new Enumerations(Map.of("RED", 1, "BLUE", 3));

    private final Blackboard board = new Blackboard(null);

    private String run(String text) {
        try {
            return Script.parse(text, COLOURS).run(board).show();
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    x:= 3; y:=5; x+y        § 8.0
                    x := 3                  § 3
                    x := 3.0                § 3.0
                    x := 2 + 1              § 3.0
                    x := true               § 1
                    x := RED                § 1.0
                    RED                     § 1.0
                    3 - 2 - 1               § 0.0
                    2 + 3 * 4               § 14.0
                    (2 + 3) * 4             § 20.0
                    -2 * 3                  § -6.0
                    7 / 2                   § 3.5
                    1 / 0                   § Infinity
                    +3                      § 3
                    0x10                    § 16
                    3e2                     § 300.0
                    3.14e-2                 § 0.0314
                    5 & 3                   § 1.0
                    5 | 3                   § 7.0
                    5 ^ 3                   § 6.0
                    ~5                      § -6.0
                    6 & 3 | 8               § 10.0
                    !0                      § 1.0
                    !true                   § 0.0
                    true && false           § 0.0
                    true || false           § 1.0
                    1 < 2                   § 1.0
                    1 < 2 < 3               § 1.0
                    1 < 3 < 2               § 0.0
                    2 >= 2                  § 1.0
                    0.1 + 0.2 == 0.3        § 1.0
                    1 != 1.00000001         § 0.0
                    'a' < 'b'               § 1.0
                    'hello' == 'hello'      § 1.0
                    '3' == 3                § 1.0
                    3 != '4'                § 1.0
                    'true' == true          § 1.0
                    'BLUE' == 3             § 1.0
                    1 == 2 || 2 == 2        § 1.0
                    1 == 1 && 2 == 2        § 1.0
                    1 == 2 ? 'T' : 'F'      § 'F'
                    '1' ? 'T' : 'F'         § 'T'
                    'a' + 'b'               § 'ab'
                    'a' .. 'b'              § 'ab'
                    'a' .. 3                § 'a3'
                    2.5 .. 'm'              § '2.500000m'
                    A:='a'; A+='b'; A       § 'ab'
                    x := 6; x /= 2; x       § 3
                    x := 6; x *= 2; x -= 1  § 11
                    x := 1; x = 'RED'       § 1.0
                    x := 5; x = '7'         § 7.0
                    x := '  right  '        § '  right  '
                    x := \"double\"         § 'double'
                    """)
    void anExpressionHasTheValueItHasThere(String text, String value) {
        assertEquals(value, run(text));
    }

    /** What is a fault when it runs, and a part of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    y + 1                  § there is no entry 'y'
                    new_var = 69           § 'new_var := …' would make it
                    x := x + 1             § has no value yet
                    x := 3; x = 3.5        § cannot become 3.5
                    x := 3; x += 0.5       § cannot become 3.5
                    x := 3; x = 'msg'      § 'msg' is not a number
                    x := 'a'; x = 1        § cannot become 1
                    x := 'a'; x -= 'b'     § does not go between
                    5 ^ 5.1                § is not a whole number
                    1 + 'a'                § does not go between
                    !'a'                   § takes a number
                    3 && true              § not within 0 and 1
                    true || missing        § there is no entry 'missing'
                    'hello' ? 1 : 2        § is not a number
                    """)
    void whatIsWrongIsTold(String text, String problem) throws ScriptException {
        Script script = Script.parse(text, COLOURS);
        BoardException e = assertThrows(BoardException.class, () -> script.run(board));
        assertTrue(String.valueOf(e.getMessage()).contains(problem), e.getMessage());
    }

    /** Scripts that cannot be read: the place from 0, and a part of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    ``                § 0  § the script is empty
                    x :=              § 4  § expected a value
                    x := 3;           § 6  § nothing follows
                    x := 3 4          § 7  § expected an operator
                    x := (3           § 7  § expected ')'
                    3 = 2             § 0  § only an entry can stand left of '='
                    'a' := 2          § 0  § only an entry
                    x := y := 2       § 7  § one assignment
                    x := 'open        § 5  § does not end
                    3foo              § 1  § follows the number
                    65.               § 2  § follows the number
                    0X100g            § 5  § follows the number
                    1 ? 2             § 5  § expected ':'
                    1 ? 2 : 3 ? 4 : 5 § 10 § parentheses
                    -a & b            § 3  § side by side
                    !a + b            § 3  § side by side
                    trueish := 1      § 0  § truth value
                    x := #            § 5  § means nothing
                    99999999999999999999 § 0 § does not fit
                    """)
    void aScriptThatCannotBeReadIsRefusedWithItsPlace(String text, int offset, String problem) {
        ScriptException e = assertThrows(ScriptException.class, () -> Script.parse(text, COLOURS));
        assertTrue(String.valueOf(e.getMessage()).contains(problem), e.getMessage());
        assertEquals(offset, e.offset());
    }

    @Test
    void linesMayBreakAnywhere() {
        assertEquals("6", run("A:=5;\nB:=\n6"));
    }

    @Test
    void aScriptThatIsNestedTooDeepIsRefused() {
        assertThrows(ScriptException.class, () -> Script.parse("(".repeat(5000) + "1" + ")".repeat(5000), COLOURS));
        assertThrows(ScriptException.class, () -> Script.parse("-".repeat(50_000) + "1", COLOURS));
    }

    @Test
    void aPortsTypeReadsWhatAScriptAssignsAsText() {
        board.declare("speeds", PortType.DOUBLES);
        assertEquals("[1.500000;2.000000]", run("speeds := '1.5;2'"));
        board.declare("count", PortType.INT);
        assertEquals("7", run("count := '7'"));
    }

    @Test
    void eachWritingIsCounted() {
        run("x := 1; x = 1; x += 1");
        assertEquals(3, java.util.Objects.requireNonNull(board.entry("x")).writes());
    }
}
