package io.sigmaprompt.bridge.groot;

import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.NodeLibrary;
import io.sigmaprompt.twin.cognition.tree.Ticking;
import io.sigmaprompt.twin.cognition.tree.TreeAccount;
import io.sigmaprompt.twin.cognition.tree.TreeDesign;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.xml.TreeReader;
import io.sigmaprompt.twin.record.TreeRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A tree with a subtree, a queue and values of every kind, which waits in its subtree. */
final class PatrolTree {
    static final String XML = """
            <root BTCPP_format="4" main_tree_to_execute="Patrol">
              <BehaviorTree ID="Patrol">
                <Sequence name="walk &amp; look">
                  <Script code="n := 300; r := 0.5; t := 'gate &lt;1&gt;'; big := 5000000000; no := -3"/>
                  <LoopString queue="a;b" value="{station}">
                    <SubTree ID="Visit" name="visit" where="{station}" say="hello"/>
                  </LoopString>
                  <AlwaysFailure/>
                </Sequence>
              </BehaviorTree>
              <BehaviorTree ID="Visit">
                <Sequence _onSuccess="done := true">
                  <AlwaysSuccess/>
                  <Sleep msec="100"/>
                </Sequence>
              </BehaviorTree>
            </root>
            """;

    private final BehaviorTree tree;
    private long now;

    PatrolTree(Path folder) {
        try {
            Path file = Files.writeString(folder.resolve("patrol.xml"), XML);
            TreeDesign design = TreeReader.read(file, null, NodeLibrary.standard(), Map.of());
            tree = BehaviorTree.of(design, NodeLibrary.standard(), new Blackboard(null));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    BehaviorTree tree() {
        return tree;
    }

    /** Ticks it for so many milliseconds, and says how it stands then. */
    TreeRecord after(int millis) {
        for (int i = 0; i < millis; i += 10) {
            tree.tick(now, Ticking.UNTIL_QUIET);
            now += 10_000_000;
        }
        return TreeAccount.of("arm", now, "patrol", tree);
    }
}
