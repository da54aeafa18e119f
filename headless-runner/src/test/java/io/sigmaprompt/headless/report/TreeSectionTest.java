package io.sigmaprompt.headless.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.robot.RobotContext;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.record.TreeRecord.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeSectionTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path folder;

    private TreeHistory history;

    @BeforeEach
    void read() throws IOException {
        Path file = Files.writeString(folder.resolve("t.xml"), """
                <root BTCPP_format="4"><BehaviorTree ID="Main">
                  <Sequence name="a &lt;b&gt;">
                    <CheckSignal signal="divergence.effort.elbow" above="2"/>
                    <Hold behaviour="keep still" priority="80" seconds="1"/>
                    <AlwaysSuccess/>
                  </Sequence>
                </BehaviorTree></root>
                """);
        NodeLibrary library = RobotNodes.library(RobotContext.UNKNOWN);
        history = new TreeHistory(new MindSpec.Tree(
                "guard", TreeReader.read(file, null, library, Map.of()), RobotContext.UNKNOWN, Map.of()));
    }

    private void stand(long nanos, Status... statuses) {
        List<TreeRecord.Node> nodes = new ArrayList<>();
        for (int i = 0; i < statuses.length; i += 2) {
            nodes.add(new TreeRecord.Node(i / 2 + 1, "n" + i, statuses[i], statuses[i + 1], nanos));
        }
        history.take(new TreeRecord(
                "arm",
                nanos,
                "guard",
                nodes,
                List.of(new TreeRecord.Board(
                        "Main", List.of(new TreeRecord.Value("t", TreeRecord.Kind.TEXT, "<x>"))))));
    }

    private void story() {
        Status i = Status.IDLE;
        Status f = Status.FAILURE;
        Status s = Status.SUCCESS;
        Status r = Status.RUNNING;
        stand(0, i, f, i, f, i, i, i, i);
        stand(SECOND, r, f, s, f, r, i, i, i);
        stand(3 * SECOND, i, f, i, s, i, r, i, i);
    }

    private String html() {
        Html html = new Html();
        new TreeSection(html, history, 4 * SECOND).write();
        return html.toString();
    }

    @Test
    void sharesOfTimeAreThoseOfWhatANodeDoesOrCameToLast() {
        story();
        NodeHistory root = history.nodes.getFirst();
        assertEquals(0.5, root.share(TreeStanding.RUNNING, 4 * SECOND), 1e-12);
        assertEquals(0.5, root.share(TreeStanding.FAILED, 4 * SECOND), 1e-12);
        assertEquals(0.75, history.nodes.get(1).share(TreeStanding.SUCCEEDED, 4 * SECOND), 1e-12);
        assertEquals(0.25, history.nodes.get(2).share(TreeStanding.HALTED, 4 * SECOND), 1e-12);
        assertEquals(1, history.nodes.get(3).share(TreeStanding.UNTOUCHED, 4 * SECOND), 1e-12);
        for (NodeHistory node : history.nodes) {
            double sum = 0;
            for (TreeStanding each : TreeStanding.values()) {
                sum += node.share(each, 4 * SECOND);
            }
            assertEquals(1, sum, 1e-12);
        }
    }

    @Test
    void thePageTellsNodesSharesLanesValuesAndReasons() {
        story();
        history.take(new ProposalRecord("arm", SECOND, "guard", "keep still", true, 80, "hold still", "saw <it>"));
        history.take(new ProposalRecord("arm", 3 * SECOND, "guard", "keep still", false, 80, "hold still", "gone"));
        String page = html();
        assertTrue(page.contains("<b>Sequence</b> a &lt;b&gt;"), page);
        assertTrue(page.contains("▶ 50 % · ✗ 50 %"), page);
        assertTrue(page.contains("■ halted"), page);
        assertTrue(page.contains("<text class=lane x=0 y=19>divergence.ef…"), page);
        assertFalse(page.contains("AlwaysSuccess 4"), "a leaf that nobody reached has no lane");
        assertTrue(page.contains("<code>t = &#39;&lt;x&gt;&#39;</code>"), page);
        assertTrue(page.contains("▶ keep still") && page.contains("saw &lt;it&gt;"), page);
        assertTrue(page.contains("○ no more: keep still"), page);
    }

    @Test
    void aTreeThatWasNeverAskedSaysSo() {
        String page = html();
        assertTrue(page.contains("This tree wanted nothing."), page);
        assertFalse(page.contains("NaN"));
    }
}
