package io.sigmaprompt.twin.cognition.tree;

import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.FAILURE;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.RUNNING;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SKIPPED;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Conditions before a node and scripts after it, as BehaviorTree.CPP's own tests have them. */
class ConditionsTest {
    @Test
    void failureIsLookedAtFirstThenSuccessThenSkipping() {
        Trial all = Trial.of("<Answer name='a' _skipIf='true' _successIf='true' _failureIf='true'/>");
        assertEquals(List.of(FAILURE), all.ticks(1));
        Trial two = Trial.of("<Answer name='a' _skipIf='true' _successIf='true' _while='false'/>");
        assertEquals(List.of(SUCCESS), two.ticks(1));
        assertEquals(
                List.of(SKIPPED), Trial.of("<Answer _while='false' name='a'/>").ticks(1));
        assertEquals("", all.said() + two.said());
    }

    @Test
    void aConditionThatGivesTheAnswerStillRunsTheScriptAfter() {
        Trial trial = Trial.of("<Sequence><Script code='c := 0'/><ForceSuccess>"
                + "<AlwaysSuccess _failureIf='true' _onFailure='c = 42'/></ForceSuccess></Sequence>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("42", trial.get("c"));
    }

    @Test
    void scriptsAfterRunOncePerAnswer() {
        Trial trial = Trial.of("<Sequence><Script code='x := 0; y := 0'/><RetryUntilSuccessful num_attempts='5'>"
                + "<AlwaysFailure _onFailure='x += 1' _post='y += 1'/></RetryUntilSuccessful></Sequence>");
        assertEquals(List.of(FAILURE), trial.ticks(1));
        assertEquals("5 5", trial.get("x") + " " + trial.get("y"));
    }

    @Test
    void aHaltedNodeRunsItsScriptForThatAndNoOther() {
        Trial trial = Trial.of("<Sequence><Script code=\"test := 'start'\"/>"
                + "<Parallel failure_count='1' success_count='-1'>"
                + "<Sleep msec='1000' _onHalted=\"test = 'halted'\" _post=\"test = 'post'\"/><AlwaysFailure/>"
                + "</Parallel></Sequence>");
        assertEquals(List.of(FAILURE), trial.ticks(1));
        assertEquals("'halted'", trial.get("test"));
    }

    @Test
    void whileHaltsWhatRunsAndSkipsIt() {
        Trial trial = Trial.of("<Sequence><Steps name='r' run='9' _while='A == 1' _onHalted='B = 69'/></Sequence>");
        trial.set("A", "1");
        trial.set("B", "0");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("A", "0");
        assertEquals(List.of(SKIPPED), trial.ticks(1));
        assertEquals("69", trial.get("B"));
        assertEquals("r+ r!", trial.said());
    }

    @Test
    void skippingIsNotAskedOfANodeThatRuns() {
        Trial trial =
                Trial.of("<KeepRunningUntilFailure _skipIf='check == true'><AlwaysSuccess/></KeepRunningUntilFailure>");
        trial.set("check", "false");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("check", "true");
        assertEquals(List.of(RUNNING), trial.ticks(1));
    }

    @Test
    void aNodeIsAskedAnewAfterItWasSkipped() {
        Trial trial = Trial.of("<Steps name='r' run='9' _skipIf='check == false'/>");
        trial.set("check", "false");
        assertEquals(List.of(SKIPPED), trial.ticks(1));
        trial.set("check", "true");
        assertEquals(List.of(RUNNING), trial.ticks(1));
        trial.set("check", "false");
        assertEquals(List.of(RUNNING), trial.ticks(1));
    }

    @Test
    void aSequenceIsSkippedAndNotFromTickToTick() {
        Trial trial = Trial.of("<Sequence><AlwaysSuccess _skipIf='skip'/></Sequence>");
        for (int i = 0; i < 2; i++) {
            trial.set("skip", "true");
            assertEquals(List.of(SKIPPED), trial.ticks(1));
            trial.set("skip", "false");
            assertEquals(List.of(SUCCESS), trial.ticks(1));
        }
    }

    @Test
    void oneNodesScriptDecidesWhichIsSkippedNext() {
        Trial trial = Trial.of("<Sequence><Answer name='a' _skipIf='A != 1'/>"
                + "<Answer name='b' _skipIf='A != 2' _onSuccess='A = 1'/>"
                + "<Answer name='c' _skipIf='A != 3' _onSuccess='A = 2'/></Sequence>");
        trial.set("A", "3");
        trial.ticks(3);
        assertEquals("c b a", trial.said());
    }

    @Test
    void aSkippedSubtreeIsNotTicked() {
        Trial trial = Trial.of(
                "<Sequence><Answer name='a'/><Script code=' data := true '/><SubTree ID='sub' _skipIf='data'/></Sequence>",
                "<BehaviorTree ID='sub'><Answer name='b'/></BehaviorTree>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("a", trial.said());
    }
}
