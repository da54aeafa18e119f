package io.sigmaprompt.twin.cognition.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names, conditions and scripts whose outcome BehaviorTree.CPP's own tests publish; the file there stands with each. */
class PublishedScriptsTest {
    private static String letters(List<NodeStatus> answers) {
        return answers.stream().map(status -> status.name().substring(0, 2)).collect(Collectors.joining(" "));
    }

    /** Ticks until it no longer runs, as {@code tickWhileRunning()} does. */
    private static String ended(Trial trial) {
        NodeStatus answer = trial.ticks(1).getFirst();
        for (int i = 0; i < 20 && answer == NodeStatus.RUNNING; i++) {
            answer = trial.ticks(1).getFirst();
        }
        return letters(List.of(answer));
    }

    /** gtest_subtree: values and entries through ports, and what autoremap leaves alone. */
    @Test
    void aSubtreesPortsTakeValuesAndEntriesAndAutoremapTheRest() {
        Trial trial = Trial.of(
                "<Sequence><Script code=\"a := 'outer'; b := 'outer'; _c := 'outer'\"/>"
                        + "<SubTree ID='Talk' _autoremap='true' a='hello' d='{b}'/></Sequence>",
                "<BehaviorTree ID='Talk'><Sequence><ScriptCondition code=\"a == 'hello'\"/>"
                        + "<ScriptCondition code=\"b == 'outer' &amp;&amp; d == 'outer'\"/>"
                        + "<Script code=\"d = 'inner'; e := 'new'; _f := 'mine'; a = 'changed'\"/></Sequence></BehaviorTree>");
        assertEquals("SU", letters(trial.ticks(1)));
        assertEquals("'inner'", trial.get("b"));
        assertEquals("'new'", trial.get("e"));
        assertEquals("missing", trial.get("_f"));
        assertEquals("'outer'", trial.get("a"));
    }

    /** gtest_subtree, issue 72: an entry that only a subtree's node declares may be assigned to in the tree above. */
    @Test
    void aPortWithinASubtreeMakesTheEntryItIsRemappedTo() {
        Trial trial = Trial.of(
                "<Sequence><Script code='ms = 5'/><SubTree ID='Nap' time='{ms}'/><Script code='ms = 15'/>"
                        + "<SubTree ID='Nap' time='{ms}'/></Sequence>",
                "<BehaviorTree ID='Nap'><Sleep msec='{time}'/></BehaviorTree>");
        assertEquals("RU RU RU SU", letters(trial.ticks(4)));
        assertEquals("15", trial.get("ms"));
    }

    /** gtest_subtree, issues 563 and 592, and SubtreeModels: names through levels, autoremap said and not, defaults. */
    @Test
    void namesReachThroughLevelsAndModelsGiveDefaults() {
        Trial levels = Trial.of(
                "<Sequence><SetBlackboard output_key='message' value='hello'/><SubTree ID='B' _autoremap='true'/>"
                        + "<ScriptCondition code=\"reply == 'done'\"/></Sequence>",
                "<BehaviorTree ID='B'><SubTree ID='C' _autoremap='true'/></BehaviorTree>"
                        + "<BehaviorTree ID='C'><Sequence><ScriptCondition code=\"message == 'hello'\"/>"
                        + "<Script code=\"reply := 'done'\"/></Sequence></BehaviorTree>");
        assertEquals("SU", letters(levels.ticks(1)));
        Trial said = Trial.of(
                "<Sequence><Script code=\"variable := 'test'; var := 'test'\"/>"
                        + "<SubTree ID='In' _autoremap='false' variable='{var}'/><SubTree ID='In' _autoremap='true'/>"
                        + "</Sequence>",
                "<BehaviorTree ID='In'><Sequence><Answer name='a' _skipIf=\"variable != 'test'\"/></Sequence></BehaviorTree>");
        assertEquals("SU", letters(said.ticks(1)));
        assertEquals("a a", said.said());
        Trial models = Trial.of(
                "<Sequence><Script code=\"my_name := 'john'\"/><SubTree ID='Sub' in_name='{my_name}'"
                        + " out_state='{my_state}'/><ScriptCondition code=\"output==69 &amp;&amp; my_state=='ACTIVE'\"/>"
                        + "</Sequence>",
                "<BehaviorTree ID='Sub'><Sequence><ScriptCondition code=\"in_name=='john' &amp;&amp; in_value==42\"/>"
                        + "<Script code=\"out_result:=69; out_state:='ACTIVE'\"/></Sequence></BehaviorTree>"
                        + "<TreeNodesModel><SubTree ID='Sub'><input_port name='in_value' default='42'/>"
                        + "<input_port name='in_name'/><output_port name='out_result' default='{output}'/>"
                        + "<output_port name='out_state'/></SubTree></TreeNodesModel>");
        assertEquals("SU", letters(models.ticks(1)));
    }

    /** gtest_skipping: a subtree, a reactive sequence's check, and a condition that has to last. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <Sequence><Answer name='a'/><Script code='d:=true'/><Answer name='b' _skipIf='d'/></Sequence> | SU | a
            <ReactiveSequence><AlwaysSuccess _skipIf='1==1'/></ReactiveSequence>                          | SK | ""
            <Sequence><Script code='d:=true'/><Sequence><Answer name='a' _while='d'/></Sequence></Sequence>  | SU | a
            <Sequence><Script code='d:=false'/><Sequence><Answer name='a' _while='d'/></Sequence></Sequence> | SU | ""
            <ReactiveSequence><Script code='v:=50'/><Answer name='a' _skipIf='v &lt; 25'/><Steps name='s' run='2'/></ReactiveSequence> | RU RU SU | a s+ a a s=
            <ReactiveSequence><Script code='v:=10'/><Answer name='a' _skipIf='v &lt; 25'/><Steps name='s' run='2'/></ReactiveSequence> | RU RU SU | s+ s=
            """)
    void skippingGoesAsThere(String nodes, String answers, String said) {
        Trial trial = Trial.of(nodes);
        assertEquals(answers, letters(trial.ticks(answers.split(" ").length)));
        assertEquals(said == null ? "" : said, trial.said());
    }

    /** gtest_postconditions: which scripts run after an answer, and after a halt. */
    @Test
    void scriptsAfterRunAsThere() {
        Trial answers = Trial.of("<Sequence><Script code='A:=1; B:=1; C:=1; D:=1'/><AlwaysSuccess _onSuccess='B=42'/>"
                + "<ForceSuccess><AlwaysSuccess _failureIf='A!=0' _onFailure='C=42'/></ForceSuccess>"
                + "<ForceSuccess><AlwaysFailure _onFailure='D=42'/></ForceSuccess></Sequence>");
        assertEquals("SU", letters(answers.ticks(1)));
        assertEquals("42 42 42", answers.get("B") + " " + answers.get("C") + " " + answers.get("D"));
        Trial retries = Trial.of("<Sequence><Script code='x:=0; y:=0'/><RetryUntilSuccessful num_attempts='5'>"
                + "<AlwaysFailure _onFailure='x += 1' _post='y += 1'/></RetryUntilSuccessful></Sequence>");
        assertEquals("FA", ended(retries));
        assertEquals("5 5", retries.get("x") + " " + retries.get("y"));
        Trial halted = Trial.of("<Sequence><Script code=\"test := 'start'\"/>"
                + "<Parallel failure_count='1' success_count='-1'><Sleep msec='1000' _onHalted=\"test = 'halted'\""
                + " _post=\"test = 'post'\"/><AlwaysFailure/></Parallel></Sequence>");
        assertEquals("FA", ended(halted));
        assertEquals("'halted'", halted.get("test"));
    }

    /** script_parser_test, and the order in which operators bind (operators.hpp). */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
            x + y                      ~ 8.0
            2 + 3 * 4                  ~ 14.0
            (2 + 3) * 4                ~ 20.0
            10 - 4 - 3                 ~ 3.0
            12 / 4 / 3                 ~ 1.0
            -x                         ~ -3.0
            -x + y                     ~ 2.0
            y & x                      ~ 1.0
            y | x                      ~ 7.0
            y ^ x                      ~ 6.0
            y / 2                      ~ 2.5
            'a' + 'b'                  ~ 'ab'
            x < y                      ~ 1.0
            y != x                     ~ 1.0
            'hello' < 'world'          ~ 1.0
            y == x ? 'T' : 'F'         ~ 'F'
            y != x ? 'T' : 'F'         ~ 'T'
            y == x && x == 3           ~ 0.0
            y == x || x == 3           ~ 1.0
            (y == x) && (x == 3)       ~ 0.0
            !false                     ~ 1.0
            x + 1 > y - 2 && y > x     ~ 1.0
            0X10                       ~ 16
            3e2                        ~ 300.0
            3.14e-2                    ~ 0.0314
            1 < 2 < 3                  ~ 1.0
            1 < 2 > 5                  ~ 0.0
            """)
    void anExpressionHasTheValueItHasThere(String expression, String value) {
        Trial trial = Trial.of("<Script code=\"x := 3; y := 5; out := "
                + expression.replace("&", "&amp;").replace("<", "&lt;") + "\"/>");
        assertEquals("SU", letters(trial.ticks(1)));
        assertEquals(value, trial.get("out"));
    }
}
