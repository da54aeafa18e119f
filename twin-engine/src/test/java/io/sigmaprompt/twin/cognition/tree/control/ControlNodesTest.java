package io.sigmaprompt.twin.cognition.tree.control;

import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.FAILURE;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.RUNNING;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SKIPPED;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.tree.Trial;
import io.sigmaprompt.twin.cognition.tree.node.TreeFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected answers are those of BehaviorTree.CPP 4.7, read from its sources and tests. */
class ControlNodesTest {
    private static final String A = "<Answer name='a'/>";
    private static final String B = "<Answer name='b'/>";
    private static final String NO = "<Answer name='no' is='FAILURE'/>";
    private static final String SKIP = "<Answer name='s' _skipIf='true'/>";
    private static final String RUN = "<Steps name='r' run='1'/>";

    /** Each row: the node, its children, the answers of the first ticks, what the children said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Sequence           | a b       | SUCCESS           | a b
                    Sequence           | a no b    | FAILURE           | a no
                    Sequence           | a r b     | RUNNING SUCCESS   | a r+ r= b
                    Sequence           | s a       | SUCCESS           | a
                    Sequence           | s s       | SKIPPED           | ''
                    Sequence           | s no a    | FAILURE           | no
                    Fallback           | no a b    | SUCCESS           | no a
                    Fallback           | no no     | FAILURE           | no no
                    Fallback           | no r a    | RUNNING SUCCESS   | no r+ r=
                    Fallback           | s no      | FAILURE           | no
                    Fallback           | s s       | SKIPPED           | ''
                    AsyncSequence      | a b       | SUCCESS           | a b
                    AsyncFallback      | no a      | SUCCESS           | no a
                    SequenceWithMemory | a no b    | FAILURE FAILURE   | a no no
                    SequenceWithMemory | a r b     | RUNNING SUCCESS   | a r+ r= b
                    SequenceWithMemory | s s       | SKIPPED           | ''
                    ReactiveSequence   | a r b     | RUNNING SUCCESS   | a r+ a r= b
                    ReactiveSequence   | a no b    | FAILURE           | a no
                    ReactiveSequence   | s s       | SKIPPED           | ''
                    ReactiveSequence   | s a       | SUCCESS           | a
                    ReactiveFallback   | no r a    | RUNNING SUCCESS   | no r+ no r=
                    ReactiveFallback   | no no     | FAILURE           | no no
                    ReactiveFallback   | s s       | SKIPPED           | ''
                    ReactiveFallback   | s no      | FAILURE           | no
                    Parallel           | a b       | SUCCESS           | a b
                    Parallel           | a no b    | FAILURE           | a no
                    Parallel           | a r b     | RUNNING SUCCESS   | a r+ b r=
                    Parallel           | a s       | SUCCESS           | a
                    Parallel           | s s       | SUCCESS           | ''
                    ParallelAll        | a no b    | FAILURE           | a no b
                    ParallelAll        | a r b     | RUNNING SUCCESS   | a r+ b r=
                    ParallelAll        | s s       | SKIPPED           | ''
                    ParallelAll        | s a       | SUCCESS           | a
                    IfThenElse         | a b no    | SUCCESS           | a b
                    IfThenElse         | no b a    | SUCCESS           | no a
                    IfThenElse         | no b      | FAILURE           | no
                    IfThenElse         | a r       | RUNNING SUCCESS   | a r+ r=
                    IfThenElse         | r a       | RUNNING SUCCESS   | r+ r= a
                    IfThenElse         | a s       | SKIPPED           | a
                    WhileDoElse        | a b no    | SUCCESS           | a b
                    WhileDoElse        | no b a    | SUCCESS           | no a
                    WhileDoElse        | no b      | FAILURE           | no
                    WhileDoElse        | a r       | RUNNING SUCCESS   | a r+ a r=
                    """)
    void aNodeAnswersAsThere(String kind, String children, String answers, String said) {
        StringBuilder inside = new StringBuilder();
        for (String child : children.split(" ")) {
            inside.append(
                    switch (child) {
                        case "a" -> A;
                        case "b" -> B;
                        case "no" -> NO;
                        case "s" -> SKIP;
                        default -> RUN;
                    });
        }
        Trial trial = Trial.of("<" + kind + ">" + inside + "</" + kind + ">");
        int ticks = answers.split(" ").length;
        assertEquals(
                answers,
                String.join(" ", trial.ticks(ticks).stream().map(Enum::name).toList()));
        assertEquals(said, trial.said());
    }

    @Test
    void anAsynchronousSequenceGivesTheTickBackAfterEachChildThatWasDoneAtOnce() {
        Trial trial = Trial.of("<AsyncSequence>" + A + B + "</AsyncSequence>");
        assertEquals(List.of(RUNNING, SUCCESS), trial.singleTicks(2));
        Trial fallback = Trial.of("<AsyncFallback>" + NO + A + "</AsyncFallback>");
        assertEquals(List.of(RUNNING, SUCCESS), fallback.singleTicks(2));
    }

    @Test
    void aSequenceOfTheKindWithoutWaitingDoesNot() {
        assertEquals(
                List.of(SUCCESS), Trial.of("<Sequence>" + A + B + "</Sequence>").singleTicks(1));
        assertEquals(
                List.of(RUNNING, SUCCESS),
                Trial.of("<SequenceWithMemory>" + A + B + "</SequenceWithMemory>")
                        .singleTicks(2));
    }

    @Test
    void whatStandsAboveAnAsynchronousSequenceLooksAgainInBetween() {
        Trial trial = Trial.of("<ReactiveSequence><Answer name='look'/><AsyncSequence>" + A + B
                + "</AsyncSequence></ReactiveSequence>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("look a look b", trial.said());
    }

    @Test
    void aReactiveSequenceHaltsItsActionOnceWhenACheckBeforeItFails() {
        Trial trial = Trial.of(
                "<ReactiveSequence><ScriptCondition code='go'/><Steps name='r' run='9'/>" + "</ReactiveSequence>");
        trial.set("go", "true");
        assertEquals(List.of(RUNNING, RUNNING), trial.ticks(2));
        trial.set("go", "false");
        assertEquals(List.of(FAILURE, FAILURE), trial.ticks(2));
        assertEquals("r+ r!", trial.said());
    }

    @Test
    void aReactiveFallbackHaltsWhatRanWhenAnEarlierChildRuns() {
        Trial trial = Trial.of("<ReactiveFallback><Steps name='first' run='9' _skipIf='!go'/>"
                + "<Steps name='second' run='9'/></ReactiveFallback>");
        trial.set("go", "false");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("go", "true");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        assertEquals("second+ first+ second!", trial.said());
    }

    @Test
    void aFailingSequenceHaltsNothingButForgetsWhereItWas() {
        Trial trial = Trial.of("<Sequence>" + A + "<Steps name='r' run='1' then='FAILURE'/></Sequence>");
        assertEquals(List.of(RUNNING, FAILURE, RUNNING, FAILURE), trial.ticks(4));
        assertEquals("a r+ r= a r+ r=", trial.said());
    }

    @Test
    void aSequenceWithMemoryGoesOnWhereItWasEvenAfterAHalt() {
        Trial trial = Trial.of("<ReactiveSequence><ScriptCondition code='go'/><SequenceWithMemory>" + A
                + "<Steps name='r' run='1'/></SequenceWithMemory></ReactiveSequence>");
        trial.set("go", "true");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("go", "false");
        assertEquals(List.of(FAILURE), trial.ticks(1));
        trial.set("go", "true");
        assertEquals(List.of(RUNNING, SUCCESS), trial.ticks(2));
        assertEquals("a r+ r! r+ r=", trial.said());
    }

    @Test
    void aParallelEndsWhatStillRunsOnceItsAnswerIsSettled() {
        Trial trial = Trial.of("<Parallel success_count='1' failure_count='2'><Steps name='slow' run='9'/>"
                + "<Steps name='r' run='1'/></Parallel>");
        assertEquals(List.of(RUNNING, SUCCESS), trial.ticks(2));
        assertEquals("slow+ r+ r= slow!", trial.said());
    }

    @Test
    void aParallelCountsFromAllOfItsChildrenWhereTheThresholdIsNegative() {
        Trial trial = Trial.of("<Parallel success_count='-2' failure_count='-1'>" + A + "<Steps name='r' run='9'/>" + B
                + "</Parallel>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("a r+ b r!", trial.said());
    }

    @Test
    void aParallelAllToleratesFailuresBelowItsLimit() {
        assertEquals(
                List.of(SUCCESS),
                Trial.of("<ParallelAll max_failures='2'>" + A + NO + "</ParallelAll>")
                        .ticks(1));
    }

    @Test
    void whileDoElseChangesItsBranchAndHaltsTheOther() {
        Trial trial = Trial.of("<WhileDoElse><ScriptCondition code='go'/><Steps name='do' run='9'/>"
                + "<Steps name='else' run='9'/></WhileDoElse>");
        trial.set("go", "true");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("go", "false");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        assertEquals("do+ do! else+", trial.said());
    }

    @Test
    void ifThenElseKeepsItsBranchWhateverTheConditionWouldSayNow() {
        Trial trial =
                Trial.of("<IfThenElse><ScriptCondition code='go'/><Steps name='then' run='2'/>" + NO + "</IfThenElse>");
        trial.set("go", "true");
        trial.ticks(1);
        trial.set("go", "false");
        assertEquals(List.of(RUNNING, SUCCESS), trial.ticks(2));
    }

    @Test
    void aConditionThatIsSkippedIsAFaultWhereAnAnswerIsNeeded() {
        for (String kind : List.of("IfThenElse", "WhileDoElse")) {
            Trial trial = Trial.of("<" + kind + ">" + SKIP + A + "</" + kind + ">");
            TreeFault fault = assertThrows(TreeFault.class, trial::tick);
            assertTrue(fault.problem().contains("skipped"), fault.problem());
            assertEquals(kind + "::1", fault.path());
        }
    }

    /** The variable, and the case that is chosen out of 1, GREEN, 2.5 and text; 5 is the default. */
    @ParameterizedTest
    @CsvSource({"'1',1", "1.0,1", "'3',2", "GREEN,2", "2.5,3", "2.50000001,3", "text,4", "'',5", "7,5", "1.9,1"})
    void aSwitchComparesAsTextThenAsWholeNumbersThenAsRealOnes(String value, int chosen) {
        Trial trial = Trial.of(
                "<Switch4 variable='{v}' case_1='1' case_2='GREEN' case_3='2.5' case_4='text'>"
                        + "<Answer name='1'/><Answer name='2'/><Answer name='3'/><Answer name='4'/><Answer name='5'/></Switch4>");
        trial.tree().board().setText("v", value);
        trial.ticks(1);
        assertEquals(String.valueOf(chosen), trial.said());
    }

    @Test
    void aSwitchWithoutItsVariableTakesTheDefault() {
        Trial trial = Trial.of("<Switch2 variable='{v}' case_1='1' case_2='2'>" + A + A + B + "</Switch2>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("b", trial.said());
    }

    @Test
    void aSwitchHaltsTheBranchThatRanWhenAnotherIsChosen() {
        Trial trial = Trial.of("<Switch2 variable='{v}' case_1='1' case_2='2'><Steps name='one' run='9'/>"
                + "<Steps name='two' run='9'/>" + A + "</Switch2>");
        trial.set("v", "'1'");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("v", "'2'");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("v", "'0'");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("one+ one! two+ two! a", trial.said());
    }

    @Test
    void aSkippedBranchSkipsTheSwitch() {
        Trial trial = Trial.of("<Switch2 variable='1' case_1='1' case_2='2'>" + SKIP + A + B + "</Switch2>");
        assertEquals(List.of(SKIPPED), trial.ticks(1));
    }

    @Test
    void childrenAreIdleAgainOnceTheirParentIsDone() {
        Trial trial =
                Trial.of("<Sequence name='top'><Fallback name='in'>" + NO + A + "</Fallback>" + RUN + "</Sequence>");
        trial.ticks(1);
        assertEquals("top RUNNING, in SUCCESS, no IDLE, a IDLE, r RUNNING", trial.statuses());
        trial.ticks(1);
        assertEquals("top IDLE, in IDLE, no IDLE, a IDLE, r IDLE", trial.statuses());
    }

    @Test
    void haltingATreeHaltsEachActionOnceAndLeavesNothingRunning() {
        Trial trial = Trial.of("<Parallel><Steps name='x' run='9'/><Sequence>" + A + "<Steps name='y' run='9'/>"
                + "</Sequence></Parallel>");
        trial.ticks(2);
        trial.said();
        trial.tree().halt();
        assertEquals("x! y!", trial.said());
        assertEquals(false, trial.anyRunning());
        assertEquals(List.of(RUNNING), trial.ticks(1));
        assertEquals("x+ a y+", trial.said());
    }
}
