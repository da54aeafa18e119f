package io.sigmaprompt.twin.cognition.tree.decorator;

import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.FAILURE;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.RUNNING;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SKIPPED;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.sigmaprompt.twin.cognition.tree.Trial;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected answers are those of BehaviorTree.CPP 4.7, read from its sources and tests. */
class DecoratorNodesTest {
    /** Each row: the decorator, its child, the answers of the first ticks, what the child said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Inverter                                  | a  | FAILURE                         | a
                    Inverter                                  | no | SUCCESS                         | no
                    Inverter                                  | r  | RUNNING FAILURE                 | r+ r=
                    Inverter                                  | s  | SKIPPED                         | ''
                    ForceSuccess                              | no | SUCCESS                         | no
                    ForceSuccess                              | s  | SKIPPED                         | ''
                    ForceFailure                              | a  | FAILURE                         | a
                    ForceFailure                              | r  | RUNNING FAILURE                 | r+ r=
                    Repeat num_cycles='3'                     | a  | SUCCESS                         | a a a
                    Repeat num_cycles='3'                     | no | FAILURE                         | no
                    Repeat num_cycles='2'                     | r  | RUNNING RUNNING SUCCESS         | r+ r= r+ r=
                    Repeat num_cycles='0'                     | a  | SUCCESS                         | ''
                    Repeat num_cycles='2'                     | s  | SKIPPED                         | ''
                    RetryUntilSuccessful num_attempts='3'     | no | FAILURE                         | no no no
                    RetryUntilSuccessful num_attempts='3'     | a  | SUCCESS                         | a
                    RetryUntilSuccessful num_attempts='2'     | f  | RUNNING RUNNING FAILURE         | f+ f= f+ f=
                    KeepRunningUntilFailure                   | a  | RUNNING RUNNING                 | a a
                    KeepRunningUntilFailure                   | no | FAILURE                         | no
                    KeepRunningUntilFailure                   | s  | RUNNING                         | ''
                    RunOnce                                   | a  | SUCCESS SKIPPED SKIPPED         | a
                    RunOnce then_skip='false'                 | no | FAILURE FAILURE                 | no
                    RunOnce                                   | r  | RUNNING SUCCESS SKIPPED         | r+ r=
                    Precondition if='false'                   | a  | FAILURE                         | ''
                    Precondition if='false' else='SUCCESS'    | a  | SUCCESS                         | ''
                    Precondition if='false' else='SKIPPED'    | a  | SKIPPED                         | ''
                    Precondition if='1 == 1'                  | a  | SUCCESS                         | a
                    Precondition if='false' else='RUNNING'    | a  | RUNNING                         | ''
                    LoopInt queue='1;2' value='{v}'           | a  | RUNNING RUNNING SUCCESS RUNNING | a a a
                    LoopInt queue='1;2' value='{v}'           | no | FAILURE                         | no
                    LoopBool queue='' if_empty='FAILURE'      | a  | FAILURE                         | ''
                    LoopDouble queue='' if_empty='SKIPPED'    | a  | SKIPPED                         | ''
                    LoopString queue='x' value='{v}'          | s  | RUNNING SUCCESS                 | ''
                    Timeout msec='0'                          | r  | RUNNING SUCCESS                 | r+ r=
                    SkipUnlessUpdated entry='{e}'             | a  | SKIPPED                         | ''
                    WaitValueUpdate entry='{e}'               | a  | RUNNING                         | ''
                    """)
    void aNodeAnswersAsThere(String decorator, String child, String answers, String said) {
        String inside =
                switch (child) {
                    case "a" -> "<Answer name='a'/>";
                    case "no" -> "<Answer name='no' is='FAILURE'/>";
                    case "s" -> "<Answer name='s' _skipIf='true'/>";
                    case "f" -> "<Steps name='f' run='1' then='FAILURE'/>";
                    default -> "<Steps name='r' run='1'/>";
                };
        Trial trial = Trial.of("<" + decorator + ">" + inside + "</" + decorator.split(" ")[0] + ">");
        int ticks = answers.split(" ").length;
        assertEquals(
                answers,
                String.join(" ", trial.ticks(ticks).stream().map(Enum::name).toList()));
        assertEquals(said, trial.said());
    }

    @Test
    void repeatAndRetryGiveTheTickBackBetweenRounds() {
        assertEquals(
                List.of(RUNNING, RUNNING, SUCCESS),
                Trial.of("<Repeat num_cycles='3'><Answer name='a'/></Repeat>").singleTicks(3));
        assertEquals(
                List.of(RUNNING, FAILURE),
                Trial.of(
                                "<RetryUntilSuccessful num_attempts='2'><Answer is='FAILURE' name='n'/></RetryUntilSuccessful>")
                        .singleTicks(2));
    }

    @Test
    void whatRepeatsForEverIsStoppedByTheTicksBudgetAndGoesOnAtTheNext() {
        Trial trial = Trial.of("<Repeat num_cycles='-1'><Script code='n += 1'/></Repeat>");
        trial.set("n", "0");
        assertEquals(List.of(RUNNING, RUNNING), trial.ticks(2));
        assertEquals("10000", trial.get("n"));
    }

    @Test
    void aTimeoutHaltsItsChildAndFails() {
        Trial trial = Trial.of("<Timeout msec='20'><Steps name='r' run='9'/></Timeout>");
        assertEquals(List.of(RUNNING, RUNNING, FAILURE, RUNNING), trial.ticks(4));
        assertEquals("r+ r! r+", trial.said());
    }

    @Test
    void aTimeoutThatIsNotReachedIsForgotten() {
        Trial trial = Trial.of("<Sequence><Timeout msec='20'><Steps name='r' run='1'/></Timeout>"
                + "<Steps name='q' run='4'/></Sequence>");
        assertEquals(List.of(RUNNING, RUNNING, RUNNING, RUNNING, RUNNING, SUCCESS), trial.ticks(6));
    }

    @Test
    void aDelayWaitsBeforeItsChildAndAgainEachTime() {
        Trial trial = Trial.of("<Delay delay_msec='20'><Answer name='a'/></Delay>");
        assertEquals(List.of(RUNNING, RUNNING, SUCCESS, RUNNING, RUNNING, SUCCESS), trial.ticks(6));
        assertEquals("a a", trial.said());
    }

    @Test
    void alarmsRingInTheOrderOfTheirTimes() {
        Trial trial = Trial.of("<Parallel success_count='2'>"
                + "<Timeout msec='15'><Steps name='late' run='9' _onHalted='order += 2; order *= 10'/></Timeout>"
                + "<Timeout msec='12'><Steps name='early' run='9' _onHalted='order += 1; order *= 10'/></Timeout>"
                + "</Parallel>");
        trial.set("order", "0.0");
        trial.ticks(3);
        assertEquals("120.0", trial.get("order"));
    }

    @Test
    void aPreconditionIsAskedOnlyWhenItsChildBegins() {
        Trial trial = Trial.of("<Precondition if='go'><Steps name='r' run='2'/></Precondition>");
        trial.set("go", "true");
        trial.ticks(1);
        trial.set("go", "false");
        assertEquals(List.of(RUNNING, SUCCESS, FAILURE), trial.ticks(3));
    }

    @Test
    void aLoopHandsOverOneValueATickAndEmptiesTheQueueItWasGiven() {
        Trial trial = Trial.of("<Sequence><Script code=\"q := '4;5;6'; sum := 0\"/>"
                + "<LoopInt queue='{q}' value='{v}'><Script code='sum += v'/></LoopInt></Sequence>");
        assertEquals(List.of(RUNNING, RUNNING, RUNNING, SUCCESS), trial.ticks(4));
        assertEquals("15", trial.get("sum"));
        assertEquals("[]", trial.get("q"));
    }

    @Test
    void aLoopKeepsItsValueWhileItsChildRuns() {
        Trial trial = Trial.of("<LoopString queue='x;y' value='{v}'><Steps name='r' run='1'/></LoopString>");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        assertEquals("'x'", trial.get("v"));
        assertEquals(List.of(RUNNING), trial.ticks(1));
        assertEquals("'x'", trial.get("v"));
        assertEquals(List.of(RUNNING), trial.ticks(1));
        assertEquals("'y'", trial.get("v"));
    }

    @Test
    void whatWaitsForAnUpdateTicksItsChildOncePerWriting() {
        Trial trial = Trial.of("<WaitValueUpdate entry='{e}'><Answer name='a'/></WaitValueUpdate>");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("e", "1");
        assertEquals(List.of(SUCCESS, RUNNING), trial.ticks(2));
        trial.set("e", "1");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("a a", trial.said());
    }

    @Test
    void anUpdateIsWaitedOutByAChildThatRuns() {
        Trial trial = Trial.of("<SkipUnlessUpdated entry='e'><Steps name='r' run='2'/></SkipUnlessUpdated>");
        trial.set("e", "1");
        assertEquals(List.of(RUNNING, RUNNING, SUCCESS, SKIPPED), trial.ticks(4));
    }

    @Test
    void aHaltedDecoratorBeginsFromItsStart() {
        Trial trial = Trial.of("<ReactiveSequence><ScriptCondition code='go'/>"
                + "<Repeat num_cycles='2'><Steps name='r' run='1'/></Repeat></ReactiveSequence>");
        trial.set("go", "true");
        trial.ticks(2);
        trial.set("go", "false");
        trial.ticks(1);
        trial.set("go", "true");
        assertEquals(List.of(RUNNING, RUNNING, SUCCESS), trial.ticks(3));
        assertEquals("r+ r= r+ r! r+ r= r+ r=", trial.said());
    }
}
