package io.sigmaprompt.twin.cognition.tree.leaf;

import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.FAILURE;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.RUNNING;
import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.tree.Trial;
import io.sigmaprompt.twin.cognition.tree.node.TreeFault;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeafNodesTest {
    @Test
    void aSleepLastsItsMilliseconds() {
        assertEquals(
                List.of(RUNNING, RUNNING, SUCCESS, RUNNING),
                Trial.of("<Sleep msec='20'/>").ticks(4));
        assertEquals(List.of(SUCCESS), Trial.of("<Sleep msec='0'/>").ticks(1));
    }

    @Test
    void aHaltedSleepBeginsAnew() {
        Trial trial = Trial.of("<ReactiveSequence><ScriptCondition code='go'/><Sleep msec='20'/></ReactiveSequence>");
        trial.set("go", "true");
        trial.ticks(1);
        trial.set("go", "false");
        trial.ticks(1);
        trial.set("go", "true");
        assertEquals(List.of(RUNNING, RUNNING, SUCCESS), trial.ticks(3));
    }

    @Test
    void setBlackboardWritesTextAndCopiesEntriesTypeAndAll() {
        Trial trial = Trial.of("<Sequence><Script code='n := 3'/><SetBlackboard value='42' output_key='a'/>"
                + "<SetBlackboard value='{n}' output_key='b'/><Script code='b += 1'/></Sequence>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("'42'", trial.get("a"));
        assertEquals("4", trial.get("b"));
    }

    @Test
    void setBlackboardReadsTextAsTheEntrysOwnType() {
        Trial trial = Trial.of("<Sequence><SetBlackboard value='2' output_key='n'/>"
                + "<Repeat num_cycles='{n}'><Answer name='a'/></Repeat></Sequence>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("a a", trial.said());
        assertEquals("2", trial.get("n"));
    }

    @Test
    void setBlackboardFromAnEntryThatIsNotThereIsAFault() {
        Trial trial = Trial.of("<SetBlackboard value='{nothing}' output_key='a'/>");
        assertEquals(List.of(FAILURE), trial.ticks(1));
        Trial other = Trial.of(
                "<Sequence><UnsetBlackboard key='src'/><SetBlackboard value='{src}' output_key='a'/></Sequence>");
        TreeFault fault = assertThrows(TreeFault.class, other::tick);
        assertTrue(fault.problem().contains("no entry 'src'"), fault.problem());
    }

    @Test
    void anUnsetEntryIsGoneForScripts() {
        Trial trial = Trial.of("<Sequence><Script code='n := 3'/><UnsetBlackboard key='n'/>"
                + "<ScriptCondition code='n == 3'/></Sequence>");
        TreeFault fault = assertThrows(TreeFault.class, trial::tick);
        assertEquals("ScriptCondition::4", fault.path());
    }

    @Test
    void anEntryIsUpdatedOncePerWriting() {
        Trial trial = Trial.of("<WasEntryUpdated entry='{e}'/>");
        assertEquals(List.of(FAILURE), trial.ticks(1));
        trial.set("e", "1");
        assertEquals(List.of(SUCCESS, FAILURE), trial.ticks(2));
        trial.set("e", "1");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
    }

    @Test
    void aScriptMayLieInAnEntry() {
        Trial trial = Trial.of("<Sequence><Script code='{todo}'/></Sequence>");
        trial.tree().board().setText("todo", "x := 1");
        trial.ticks(1);
        trial.tree().board().setText("todo", "y := 2");
        trial.ticks(1);
        assertEquals("1 2", trial.get("x") + " " + trial.get("y"));
        trial.tree().board().setText("todo", "x :=");
        assertThrows(TreeFault.class, trial::tick);
    }
}
