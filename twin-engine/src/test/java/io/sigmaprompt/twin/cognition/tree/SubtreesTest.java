package io.sigmaprompt.twin.cognition.tree;

import static io.sigmaprompt.twin.cognition.tree.board.NodeStatus.SUCCESS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Subtrees, their blackboards and names, as BehaviorTree.CPP's own tests have them. */
class SubtreesTest {
    @Test
    void aRemappedEntryIsWrittenByTheSubtree() {
        Trial trial = Trial.of(
                "<Sequence><Script code='value := 0'/><SubTree ID='mine' value='{value}'/></Sequence>",
                "<BehaviorTree ID='mine'><Script code='value := 1'/></BehaviorTree>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("1", trial.get("value"));
    }

    @Test
    void anEntryThatIsNotRemappedStaysInside() {
        Trial trial = Trial.of(
                "<Sequence><Script code='value := 0'/><SubTree ID='mine'/></Sequence>",
                "<BehaviorTree ID='mine'><Script code='value := 1'/></BehaviorTree>");
        trial.ticks(1);
        assertEquals("0", trial.get("value"));
        assertEquals("1", trial.tree().boards().get(1).entry("value").value().show());
    }

    @Test
    void autoremapSharesAllButConstantsAndPrivateNames() {
        Trial trial = Trial.of(
                "<Sequence><Script code='a := 1; b := 2; _c := 3'/>"
                        + "<SubTree ID='mine' _autoremap='true' b='own'/></Sequence>",
                "<BehaviorTree ID='mine'><Script code=\"a = 5; b = 'mine'; _c := 9\"/></BehaviorTree>");
        trial.ticks(1);
        assertEquals("5 2 3", trial.get("a") + " " + trial.get("b") + " " + trial.get("_c"));
    }

    @Test
    void theRootIsReachedFromAnywhere() {
        Trial trial = Trial.of(
                "<SubTree ID='one'/>",
                "<BehaviorTree ID='one'><SubTree ID='two'/></BehaviorTree>"
                        + "<BehaviorTree ID='two'><Script code='@deep := 7'/></BehaviorTree>");
        trial.ticks(1);
        assertEquals("7", trial.get("deep"));
    }

    @Test
    void theSameNameIsMeantByEqualsInBraces() {
        Trial trial = Trial.of(
                "<Sequence><Script code='goal := 4'/><SubTree ID='mine' goal='{=}'/></Sequence>",
                "<BehaviorTree ID='mine'><Script code='goal += 1'/></BehaviorTree>");
        trial.ticks(1);
        assertEquals("5", trial.get("goal"));
    }

    @Test
    void aModelGivesTheDefaultsOfASubtreesPorts() {
        Trial trial = Trial.file("""
                <root main_tree_to_execute="Main" BTCPP_format="4">
                  <TreeNodesModel>
                    <SubTree ID="MySub">
                      <input_port name="in_value" default="42"/>
                      <input_port name="in_name"/>
                      <output_port name="out_result" default="{output}"/>
                      <output_port name="out_state"/>
                    </SubTree>
                  </TreeNodesModel>
                  <BehaviorTree ID="Main">
                    <Sequence>
                      <Script code="my_name:= 'john' "/>
                      <SubTree ID="MySub" in_name="{my_name}"  out_state="{my_state}"/>
                      <ScriptCondition code=" output==69 &amp;&amp; my_state=='ACTIVE' " />
                    </Sequence>
                  </BehaviorTree>
                  <BehaviorTree ID="MySub">
                    <Sequence>
                      <ScriptCondition code="in_name=='john' &amp;&amp; in_value==42" />
                      <Script code="out_result:=69; out_state:='ACTIVE'" />
                    </Sequence>
                  </BehaviorTree>
                </root>
                """);
        assertEquals(List.of(SUCCESS), trial.ticks(1));
    }

    @Test
    void aValueOrAnEntryReachesThroughSubtreesToACondition() {
        Trial trial = Trial.of(
                "<Sequence><Script code='value := true'/><SubTree ID='Sub1' param='{value}'/>"
                        + "<SubTree ID='Sub1' param='true'/><SubTree ID='Sub1' param='0'/></Sequence>",
                "<BehaviorTree ID='Sub1'><Sequence><SubTree ID='Sub2' _skipIf='param != true'/></Sequence></BehaviorTree>"
                        + "<BehaviorTree ID='Sub2'><Answer name='b'/></BehaviorTree>");
        assertEquals(List.of(SUCCESS), trial.ticks(1));
        assertEquals("b b", trial.said());
    }

    @Test
    void nodesAreNumberedDepthFirstAndNamedWithTheirSubtrees() {
        Trial trial = Trial.of(
                "<Sequence><SubTree ID='In'/><SubTree ID='In' name='second'/><Answer name='last'/></Sequence>",
                "<BehaviorTree ID='In'><Sequence name='inner'><AlwaysSuccess/><SubTree ID='Deep'/></Sequence></BehaviorTree>"
                        + "<BehaviorTree ID='Deep'><AlwaysSuccess name='x'/></BehaviorTree>");
        assertEquals(
                List.of(
                        "1 Sequence::1",
                        "2 In::2",
                        "3 In::2/inner",
                        "4 In::2/AlwaysSuccess::4",
                        "5 In::2/Deep::5",
                        "6 In::2/Deep::5/x",
                        "7 second",
                        "8 second/inner",
                        "9 second/AlwaysSuccess::9",
                        "10 second/Deep::10",
                        "11 second/Deep::10/x",
                        "12 last"),
                trial.tree().states().stream()
                        .map(state -> state.uid() + " " + state.path())
                        .toList());
    }

    @Test
    void aStateTellsWhenItCame() {
        Trial trial = Trial.of("<Sequence><Answer name='a'/><Steps name='r' run='2'/></Sequence>");
        trial.ticks(3);
        NodeState done = trial.tree().states().get(2);
        assertEquals(
                "r IDLE after SUCCESS at 20000000",
                done.path() + " " + done.status() + " after " + done.before() + " at " + done.changedNanos());
    }
}
