package io.sigmaprompt.twin.cognition.tree.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.physics.model.BadInputException;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeReaderTest {
    private static final NodeLibrary LIBRARY = RobotNodes.library(RobotContext.of(List.of("elbow", "wrist"), Map.of()));

    @TempDir
    private Path folder;

    private static BadInputException refused(String text) {
        return assertThrows(BadInputException.class, () -> TreeReader.parse(text, "t.xml", LIBRARY));
    }

    private static String tree(String nodes) {
        return "<root BTCPP_format=\"4\">\n<BehaviorTree ID=\"Main\">\n" + nodes + "\n</BehaviorTree>\n</root>";
    }

    /** What stands on the third line of a file, the column at fault, and a part of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    <Sequense><AlwaysSuccess/></Sequense>         § 1  § did you mean 'Sequence'?
                    <Sequence/>                                   § 1  § takes at least 1 children, found 0
                    <Inverter/>                                   § 1  § takes exactly 1 child, found 0
                    <AlwaysSuccess><AlwaysSuccess/></AlwaysSuccess> § 1 § takes no children, found 1
                    <IfThenElse><AlwaysSuccess/></IfThenElse>     § 1  § takes 2 or 3 children, found 1
                    <Switch2 variable="x"><AlwaysSuccess/></Switch2> § 1 § takes exactly 3 children, found 1
                    <Sleep/>                                      § 1  § needs its port 'msec'
                    <Sleep msec=""/>                              § 14 § takes a whole number
                    <Sleep msec="1.5"/>                           § 14 § takes a whole number
                    <Sleep msec="-5"/>                            § 14 § takes a whole number
                    <Sleep msec="5s"/>                            § 14 § found "5s"
                    <Sleep mesc="5"/>                             § 14 § did you mean 'msec'?
                    <Sleep ID="x" msec="5"/>                      § 12 § takes no ID
                    <RunOnce then_skip="maybe"><AlwaysSuccess/></RunOnce> § 21 § takes true or false
                    <Precondition if="1" else="MAYBE"><AlwaysSuccess/></Precondition> § 28 § takes a status
                    <LoopInt queue="1;x"><AlwaysSuccess/></LoopInt> § 17 § takes whole numbers
                    <LoopInt queue="1" value="v"><AlwaysSuccess/></LoopInt> § 27 § writes to an entry
                    <AlwaysSuccess _skipif="true"/>               § 25 § did you mean '_skipIf'?
                    <AlwaysSuccess _skipIf="x == "/>              § 30 § expected a value
                    <Script code="x := 1; y :="/>                 § 27 § expected a value
                    <Script code="x := 'a&lt;b' +"/>              § 30 § expected a value
                    <Script code="trueish := 1"/>                 § 15 § truth value
                    <Script code=""/>                             § 15 § takes text
                    <ManualSelector><AlwaysSuccess/></ManualSelector> § 1 § it asks a person at a terminal
                    <SequenceStar><AlwaysSuccess/></SequenceStar> § 1  § SequenceWithMemory
                    <SubTree ID="Mian"/>                          § 14 § did you mean 'Main'?
                    <SubTree ID="Main"/>                          § 14 § contains itself: Main → Main
                    <Main/>                                       § 1  § is a tree, and no kind of node
                    <Action ID="Slep" msec="5"/>                  § 13 § did you mean 'Sleep'?
                    <Action msec="5"/>                            § 1  § needs the attribute 'ID'
                    <Parallel success_count="3"><AlwaysSuccess/></Parallel> § 1 § can never be reached
                    <Sequence><Sleep msec="{x}"/><Repeat num_cycles="{x}"><AlwaysSuccess/></Repeat></Sequence> § 50 § entry 'x' was a whole number, not negative before
                    <CheckDivergence joint="elbw"/>               § 25 § did you mean 'elbow'?
                    <FindingActive kind="residul"/>               § 22 § did you mean 'residual'?
                    <CheckSignal signal="robot.position.elbow"/>  § 1  § a bound is missing
                    <CheckSignal signal="robot.positin.elbow" above="1"/> § 22 § there is no signal
                    <MoveJoints behaviour="m" priority="1" joints="elbow" positions="1;2"/> § 66 § moves 1 joints and has 2 positions
                    <RaiseAlert text="x" level="shout"/>          § 29 § there is no level
                    """)
    void aNodeThatIsWrongIsRefusedWhereItIsWrong(String node, int column, String problem) {
        BadInputException e = refused(tree(node));
        assertTrue(e.problem().contains(problem), e.problem());
        assertEquals("t.xml:3:" + column, e.place());
    }

    /** A whole file, the place at fault, and a part of what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '§', quoteCharacter = '`', textBlock = """
                    <tree/>                                              § t.xml:1:1  § a tree begins with <root
                    <root BTCPP_format="4"/>                             § t.xml:1:1  § there is no <BehaviorTree>
                    <root BTCPP_format="3"/>                             § t.xml:1:21 § found "3"
                    <root BTCPP_format="4"><Sequence/></root>            § t.xml:1:24 § <root> holds
                    <root BTCPP_format="4"><BehaviourTree/></root>       § t.xml:1:24 § did you mean 'BehaviorTree'?
                    <root><BehaviorTree ID="A"/></root>                  § t.xml:1:7  § exactly one root node, found 0
                    <root><BehaviorTree ID="A"><AlwaysSuccess/><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:7 § found 2
                    <root><BehaviorTree ID="Sleep"><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:25 § the name of a kind of node
                    <root><BehaviorTree ID="A"><AlwaysSuccess/></BehaviorTree><BehaviorTree ID="A"><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:77 § already
                    <root><BehaviorTree ID="A"><AlwaysSuccess/></BehaviorTree><BehaviorTree ID="B"><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:1 § none is said to be the main one
                    <root main_tree_to_execute="C"><BehaviorTree ID="A"><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:29 § there is no tree 'C'
                    <root><BehaviorTree><AlwaysSuccess/></BehaviorTree><BehaviorTree ID="B"><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:7 § has no ID
                    <root main_tree_to_execute="A"><BehaviorTree ID="A"><SubTree ID="B"/></BehaviorTree><BehaviorTree ID="B"><SubTree ID="A"/></BehaviorTree></root> § t.xml:1:119 § contains itself: A → B → A
                    <root><TreeNodesModel><SubTree ID="B"><input_port name="x"/></SubTree></TreeNodesModel><TreeNodesModel/></root> § t.xml:1:88 § a second <TreeNodesModel>
                    <root main_tree_to_execute="A"><TreeNodesModel><SubTree ID="B"><input_port name="x"/></SubTree></TreeNodesModel><BehaviorTree ID="A"><SubTree ID="B"/></BehaviorTree><BehaviorTree ID="B"><AlwaysSuccess/></BehaviorTree></root> § t.xml:1:134 § needs its port 'x'
                    <root><BehaviorTree ID="A"><AlwaysSuccess></BehaviorTree></root> § t.xml:1:45 § the XML is broken
                    <!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><root>&x;</root> § t.xml:1:10 § document type
                    """)
    void aFileThatIsWrongIsRefusedWhereItIsWrong(String text, String place, String problem) {
        BadInputException e = refused(text);
        assertTrue(e.problem().contains(problem), e.problem());
        assertEquals(place, e.place());
    }

    @Test
    void twoRootsAreNoXml() {
        assertTrue(refused(tree("<AlwaysSuccess/>") + "<root/>").problem().contains("broken"));
    }

    @Test
    void aFileWithoutTheFormatIsReadWithAWarning() {
        TreeDesign design =
                TreeReader.parse("<root><BehaviorTree><AlwaysSuccess/></BehaviorTree></root>", "t.xml", LIBRARY);
        assertEquals(List.of("t.xml:1:1: <root> does not say BTCPP_format=\"4\""), design.warnings());
        assertEquals("BehaviorTree_0", design.main());
    }

    @Test
    void theExplicitFormIsTheCompactOne() {
        TreeDesign design = TreeReader.parse(
                tree("<Control ID=\"Sequence\" name=\"top\"><Action ID=\"Sleep\" msec=\"5\"/></Control>"),
                "t.xml",
                LIBRARY);
        assertEquals("Sequence", design.trees().get("Main").id());
        assertEquals("top", design.trees().get("Main").name());
    }

    @Test
    void attributesOfOthersBeginWithAnUnderscoreAndAreLeftAlone() {
        TreeReader.parse(tree("<AlwaysSuccess _fullpath=\"x\" _description=\"y\" _uid=\"3\"/>"), "t.xml", LIBRARY);
    }

    @Test
    void manyPlacesOfASubtreeMayNotMakeAForest() {
        StringBuilder text = new StringBuilder("<root main_tree_to_execute=\"T0\">");
        for (int i = 0; i < 20; i++) {
            String below = "<SubTree ID=\"T" + (i + 1) + "\"/>";
            text.append("<BehaviorTree ID=\"T").append(i).append("\"><Sequence>");
            text.append(below.repeat(4)).append("</Sequence></BehaviorTree>");
        }
        text.append("<BehaviorTree ID=\"T20\"><AlwaysSuccess/></BehaviorTree></root>");
        assertTrue(refused(text.toString()).problem().contains("more than 20000 nodes"));
    }

    @Test
    void filesAreIncludedRelativeToTheOneThatNamesThem() throws IOException {
        Files.createDirectories(folder.resolve("sub/deep"));
        Files.writeString(
                folder.resolve("main.xml"),
                "<root BTCPP_format='4' main_tree_to_execute='Main'><include path='./sub/child.xml'/>"
                        + "<BehaviorTree ID='Main'><SubTree ID='Child'/></BehaviorTree></root>");
        Files.writeString(
                folder.resolve("sub/child.xml"),
                "<root BTCPP_format='4'><include path='deep/leaf.xml'/>"
                        + "<BehaviorTree ID='Child'><SubTree ID='Leaf'/></BehaviorTree></root>");
        Files.writeString(
                folder.resolve("sub/deep/leaf.xml"),
                "<root BTCPP_format='4'><BehaviorTree ID='Leaf'><AlwaysSuccess/></BehaviorTree></root>");
        TreeDesign design = TreeReader.read(folder.resolve("main.xml"), LIBRARY);
        assertEquals(
                List.of("Leaf", "Child", "Main"), List.copyOf(design.trees().keySet()));
        assertEquals(3, design.sources().size());

        Files.delete(folder.resolve("sub/deep/leaf.xml"));
        BadInputException e =
                assertThrows(BadInputException.class, () -> TreeReader.read(folder.resolve("main.xml"), LIBRARY));
        assertEquals(folder.resolve("sub/child.xml") + ":1:39", e.place());
        TreeDesign recorded = TreeReader.read(folder.resolve("main.xml"), null, LIBRARY, design.sources());
        assertEquals(design, recorded);
    }

    @Test
    void aFileThatIncludesItselfIsRefused() throws IOException {
        Files.writeString(
                folder.resolve("a.xml"),
                "<root BTCPP_format='4'><include path='b.xml'/><BehaviorTree ID='A'><AlwaysSuccess/></BehaviorTree></root>");
        Files.writeString(folder.resolve("b.xml"), "<root BTCPP_format='4'><include path='../x/../a.xml'/></root>");
        Path a = Files.createDirectories(folder.resolve("x")).getParent().resolve("a.xml");
        BadInputException e = assertThrows(BadInputException.class, () -> TreeReader.read(a, LIBRARY));
        assertTrue(e.problem().contains("cannot be included") || e.problem().contains("read twice"), e.problem());
        Files.writeString(folder.resolve("b.xml"), "<root BTCPP_format='4'><include path='a.xml'/></root>");
        BadInputException circle = assertThrows(BadInputException.class, () -> TreeReader.read(a, LIBRARY));
        assertTrue(circle.problem().contains("read twice or for ever"), circle.problem());
    }

    @Test
    void aPackageOfRosIsRefusedByName() {
        BadInputException e = refused("<root><include ros_pkg=\"nav\" path=\"x.xml\"/></root>");
        assertTrue(e.problem().contains("ros_pkg"), e.problem());
        assertEquals("t.xml:1:25", e.place());
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThrows(BadInputException.class, () -> TreeReader.read(folder.resolve("none.xml"), LIBRARY));
    }
}
