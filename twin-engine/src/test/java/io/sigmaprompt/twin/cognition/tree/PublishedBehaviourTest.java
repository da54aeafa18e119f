package io.sigmaprompt.twin.cognition.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Corner cases whose outcome BehaviorTree.CPP's own tests publish; the name of the file there stands with each. */
class PublishedBehaviourTest {
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

    /** gtest_loop: static queues, an empty one, a failing child. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <LoopInt queue='1;2;3;4;5' value='{v}'><Script code='sum += v'/></LoopInt>           | SU | 15
            <LoopDouble queue='1.5;2.5;3.5' value='{v}'><Script code='sum += 2*v'/></LoopDouble> | SU | 15
            <LoopBool queue='true;false;true' value='{v}'><Script code='sum += v'/></LoopBool>   | SU | 2
            <LoopInt queue='' if_empty='SUCCESS' value='{v}'><Script code='sum = 9'/></LoopInt>  | SU | 0
            <LoopInt queue='' if_empty='FAILURE' value='{v}'><Script code='sum = 9'/></LoopInt>  | FA | 0
            <LoopInt queue='' if_empty='SKIPPED' value='{v}'><Script code='sum = 9'/></LoopInt>  | SK | 0
            <LoopInt queue='1;2;3;4;5' value='{v}'><ScriptCondition code='v != 3' _post='sum = v'/></LoopInt> | FA | 3
            """)
    void aLoopEndsAsThere(String nodes, String answer, String sum) {
        Trial trial = Trial.of(nodes);
        trial.set("sum", "0");
        assertEquals(answer, ended(trial));
        assertEquals(sum, trial.get("sum"));
    }

    /** gtest_loop: a static queue is gone through again after the end and after a halt. */
    @Test
    void aStaticQueueIsGoneThroughAgain() {
        Trial trial = Trial.of("<LoopInt queue='1;2;3' value='{v}'><Answer name='a'/></LoopInt>");
        assertEquals("SU SU", ended(trial) + " " + ended(trial));
        assertEquals("a a a a a a", trial.said());
        trial.ticks(1);
        assertEquals("a", trial.said());
        trial.tree().halt();
        assertEquals("SU", ended(trial));
        assertEquals("a a a", trial.said());
    }

    /** loop_node.h, issue 1065: a value given to a subtree's port is a queue there. */
    @Test
    void aQueueMayReachALoopAsTextThroughASubtreesPort() {
        Trial trial = Trial.of(
                "<Sequence><SubTree ID='Each' items='1;2;3' sum='{sum}'/><SubTree ID='Each' items='4;5' sum='{sum}'/>"
                        + "</Sequence>",
                "<BehaviorTree ID='Each'><LoopInt queue='{items}' value='{v}'><Script code='sum += v'/></LoopInt>"
                        + "</BehaviorTree>");
        trial.set("sum", "0");
        assertEquals("SU SU", ended(trial) + " " + ended(trial));
        assertEquals("30", trial.get("sum"));
    }

    /** gtest_preconditions, issue 533: a chain that skips itself backwards, a tick each. */
    @Test
    void scriptsAfterDecideWhatIsSkippedAtTheNextTick() {
        Trial trial = Trial.of("<Sequence><Answer name='a' _skipIf='A!=1'/>"
                + "<Answer name='b' _skipIf='A!=2' _onSuccess='A=1'/><Answer name='c' _skipIf='A!=3' _onSuccess='A=2'/>"
                + "</Sequence>");
        trial.set("A", "3");
        trial.ticks(1);
        assertEquals("c", trial.said());
        trial.ticks(1);
        assertEquals("b", trial.said());
        trial.ticks(1);
        assertEquals("a", trial.said());
    }

    /** gtest_skipping: who has nothing but skipped children is skipped. */
    @ParameterizedTest
    @CsvSource({
        "Sequence, SK",
        "ReactiveSequence, SK",
        "SequenceWithMemory, SK",
        "AsyncSequence, SK",
        "Fallback, SK",
        "ReactiveFallback, SK",
        "AsyncFallback, SK",
        "ParallelAll, SK"
    })
    void whereAllAreSkippedTheirParentIs(String kind, String answer) {
        Trial trial = Trial.of("<" + kind + "><Answer name='a' _skipIf='A==1'/><Answer name='b' _skipIf='A&lt;2'/>"
                + "<Answer name='c' _skipIf='A>0'/></" + kind + ">");
        trial.set("A", "1");
        assertEquals(answer, letters(trial.ticks(1)));
        assertEquals("", trial.said());
        trial.set("A", "5");
        trial.ticks(1);
        assertEquals("a", trial.said().substring(0, 1));
    }

    /** gtest_skipping: failure and success are asked before skipping. */
    @Test
    void whatIsSkippedIsPassedOver() {
        Trial trial = Trial.of("<Sequence><Script code='A:=1'/>"
                + "<Answer name='a' _successIf='A==2' _failureIf='A!=1' _skipIf='A==1'/><Answer name='b'/></Sequence>");
        assertEquals("SU", letters(trial.ticks(1)));
        assertEquals("b", trial.said());
    }

    /** gtest_preconditions, issue 615: nobody asks to skip what runs. */
    @Test
    void whatRunsIsNotSkipped() {
        Trial until =
                Trial.of("<KeepRunningUntilFailure _skipIf='check == true'><AlwaysSuccess/></KeepRunningUntilFailure>");
        until.set("check", "false");
        assertEquals("RU", letters(until.singleTicks(1)));
        until.set("check", "true");
        assertEquals("RU", letters(until.singleTicks(1)));
        Trial steps = Trial.of("<Steps name='s' run='9' _skipIf='check==false'/>");
        steps.set("check", "false");
        assertEquals("SK", letters(steps.ticks(1)));
        steps.set("check", "true");
        assertEquals("RU", letters(steps.ticks(1)));
        steps.set("check", "false");
        assertEquals("RU", letters(steps.ticks(1)));
    }

    /** gtest_preconditions: what the decorator answers instead, and numbers that are equal but for rounding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            A:=1; B:=1                | A==B     | FAILURE | SU | a
            A:=1; B:=3                | A==B     | SUCCESS | SU | ""
            A:=1; B:=3                | A==B     | FAILURE | FA | ""
            A:=1; B:=3                | A==B     | SKIPPED | SU | ""
            A:=1; B:=3                | A!=B     | FAILURE | SU | a
            A:=1.1; B:=(1.0+0.1)      | A==B     | FAILURE | SU | a
            A:='hello'; B:='world'    | A==B     | SUCCESS | SU | ""
            A:='world'; B:='world'    | A==B     | FAILURE | SU | a
            """)
    void aPreconditionAnswersAsThere(String script, String condition, String instead, String answer, String said) {
        Trial trial = Trial.of("<Sequence><Script code=\"" + script + "\"/><Precondition if='" + condition + "' else='"
                + instead + "'><Answer name='a'/></Precondition></Sequence>");
        assertEquals(answer, letters(trial.ticks(1)));
        assertEquals(said == null ? "" : said, trial.said());
    }

    /**
     * gtest_reactive_sequence: of two that would run, the later is halted when the earlier runs again; and
     * reactive_sequence.cpp: all but the one that runs are idle.
     */
    @Test
    void theLaterOfTwoIsHaltedWhenTheEarlierRunsAgain() {
        Trial trial = Trial.of("<ReactiveSequence>"
                + "<ReactiveSequence name='one'><Answer name='c'/><Steps name='p' run='2'/></ReactiveSequence>"
                + "<ReactiveSequence name='two'><Answer name='d'/><Steps name='q' run='3'/></ReactiveSequence>"
                + "</ReactiveSequence>");
        assertEquals("RU RU", letters(trial.ticks(2)));
        assertEquals("one RUNNING, c IDLE, p RUNNING, two IDLE, d IDLE, q IDLE", trial.statuses());
        assertEquals("RU", letters(trial.ticks(1)));
        assertEquals("one IDLE, c IDLE, p IDLE, two RUNNING, d IDLE, q RUNNING", trial.statuses());
        assertEquals("RU", letters(trial.ticks(1)));
        assertEquals("one RUNNING, c IDLE, p RUNNING, two IDLE, d IDLE, q IDLE", trial.statuses());
        assertEquals("c p+ c c p= d q+ c p+ q!", trial.said());
    }

    /** gtest_retry: a retry gives the tick back, so that what stands before it is asked again. */
    @Test
    void aRetryGivesTheTickBackBetweenTwoAttempts() {
        Trial trial = Trial.of("<ReactiveSequence><ScriptCondition code='n &lt; 1'/>"
                + "<RetryUntilSuccessful num_attempts='2'><Answer name='a' is='FAILURE' _onFailure='n = 1'/>"
                + "</RetryUntilSuccessful></ReactiveSequence>");
        trial.set("n", "0");
        assertEquals("RU FA", letters(trial.singleTicks(2)));
        assertEquals("a", trial.said());
    }

    /** gtest_decorator and the decorators' own pages. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <Timeout msec='20'><Answer name='a'/></Timeout>                                  | SU SU    | a a
            <Timeout msec='20'><Answer name='a' is='FAILURE'/></Timeout>                     | FA FA    | a a
            <Timeout msec='20'><Steps name='s' run='9'/></Timeout>                           | RU RU FA | s+ s!
            <Timeout msec='20'><Steps name='s' run='1'/></Timeout>                           | RU SU RU | s+ s= s+
            <Delay delay_msec='0'><Answer name='a'/></Delay>                                 | RU SU    | a
            <Delay delay_msec='15'><Answer name='a'/></Delay>                                | RU RU SU | a
            <RunOnce><Answer name='a' is='FAILURE'/></RunOnce>                               | FA SK SK | a
            <RunOnce then_skip='false'><Answer name='a' is='FAILURE'/></RunOnce>             | FA FA FA | a
            <RunOnce then_skip='false'><Steps name='s' run='1'/></RunOnce>                   | RU SU SU | s+ s=
            <Repeat num_cycles='3'><Answer name='a'/></Repeat>                               | SU       | a a a
            <Repeat num_cycles='0'><Answer name='a'/></Repeat>                               | SU       | ""
            <Repeat num_cycles='3'><Answer name='a' is='FAILURE'/></Repeat>                  | FA       | a
            <RetryUntilSuccessful num_attempts='3'><Answer name='a' is='FAILURE'/></RetryUntilSuccessful> | FA | a a a
            <RetryUntilSuccessful num_attempts='0'><Answer name='a' is='FAILURE'/></RetryUntilSuccessful> | FA | ""
            <RetryUntilSuccessful num_attempts='-1'><Steps name='s' run='1' then='FAILURE'/></RetryUntilSuccessful> | RU RU RU | s+ s= s+ s= s+
            <Inverter><Answer name='a' _skipIf='1 == 1'/></Inverter>                         | SK       | ""
            <ForceFailure><Answer name='a' _skipIf='1 == 1'/></ForceFailure>                 | SK       | ""
            """)
    void aDecoratorAnswersAsThere(String nodes, String answers, String said) {
        Trial trial = Trial.of(nodes);
        assertEquals(answers, letters(trial.ticks(answers.split(" ").length)));
        assertEquals(said == null ? "" : said, trial.said());
    }

    /** gtest_parallel: thresholds count from the end where they are negative; what runs is halted once it is settled. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            success_count='-1' failure_count='1'  | SUCCESS SUCCESS SUCCESS | SU
            success_count='-1' failure_count='1'  | SUCCESS FAILURE SUCCESS | FA
            success_count='-2' failure_count='2'  | SUCCESS FAILURE SUCCESS | SU
            success_count='1' failure_count='-1'  | FAILURE FAILURE SUCCESS | SU
            success_count='2' failure_count='-2'  | FAILURE FAILURE SUCCESS | FA
            success_count='3' failure_count='1'   | SUCCESS SUCCESS FAILURE | FA
            """)
    void aParallelCountsAsThere(String thresholds, String answers, String answer) {
        StringBuilder children = new StringBuilder();
        for (String each : answers.split(" ")) {
            children.append("<Answer is='").append(each).append("'/>");
        }
        assertEquals(
                answer,
                letters(Trial.of("<Parallel " + thresholds + ">" + children + "</Parallel>")
                        .ticks(1)));
    }

    /** gtest_try_catch: the last child tidies up after a failure, and the node fails whatever comes of that. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            <Answer name='a'/><Answer name='b'/><Answer name='c'/>                          | SU    | a b
            <Answer name='a'/><Answer name='b' is='FAILURE'/><Answer name='c'/>             | FA    | a b c
            <Answer name='a' is='FAILURE'/><Answer name='b'/><Answer name='c'/>             | FA    | a c
            <AlwaysFailure/><Answer name='c' is='FAILURE'/>                                 | FA    | c
            <Steps name='s' run='1'/><Answer name='c'/>                                     | RU SU | s+ s=
            <AlwaysFailure/><Steps name='s' run='2'/>                                       | RU RU FA | s+ s=
            <Answer name='a' _skipIf='1==1'/><Answer name='c'/>                             | SK    | ""
            <Answer name='a' _skipIf='1==1'/><Answer name='b'/><Answer name='c'/>           | SU    | b
            """)
    void aTryCatchAnswersAsThere(String children, String answers, String said) {
        Trial trial = Trial.of("<TryCatch>" + children + "</TryCatch>");
        for (int round = 0; round < 2; round++) {
            assertEquals(answers, letters(trial.ticks(answers.split(" ").length)));
            assertEquals(said == null ? "" : said, trial.said());
        }
    }

    /** gtest_try_catch: at a halt it tidies up only where it is asked to, and not a second time. */
    @Test
    void aHaltedTryCatchTidiesUpIfItIsAskedTo() {
        for (String asked : List.of("", " catch_on_halt='false'", " catch_on_halt='true'")) {
            Trial trial = Trial.of("<TryCatch" + asked + "><Steps name='s' run='9'/><Answer name='c'/></TryCatch>");
            trial.ticks(1);
            trial.tree().halt();
            assertEquals(asked.contains("true") ? "s+ s! c" : "s+ s!", trial.said());
        }
        Trial tidying = Trial.of("<TryCatch catch_on_halt='true'><AlwaysFailure/><Steps name='t' run='9'/></TryCatch>");
        tidying.ticks(1);
        tidying.tree().halt();
        assertEquals("t+ t!", tidying.said());
        Trial slow = Trial.of(
                "<TryCatch catch_on_halt='true'><Steps name='s' run='9'/><Steps name='t' run='9'/></TryCatch>");
        slow.ticks(1);
        slow.tree().halt();
        assertEquals("s+ s! t+ t!", slow.said());
    }

    /** gtest_switch: a case that changes halts the one that ran; without a match, and without a value, the default. */
    @Test
    void aSwitchFollowsItsVariable() {
        Trial trial = Trial.of("<Switch2 variable='{v}' case_1='1' case_2='two'><Steps name='a' run='9'/>"
                + "<Steps name='b' run='9'/><Steps name='z' run='9'/></Switch2>");
        trial.ticks(1);
        trial.set("v", "1");
        trial.ticks(2);
        assertEquals("z+ z! a+", trial.said());
    }
}
