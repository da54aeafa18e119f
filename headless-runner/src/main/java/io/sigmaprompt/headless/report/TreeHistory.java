package io.sigmaprompt.headless.report;

import io.sigmaprompt.twin.cognition.MindSpec;
import io.sigmaprompt.twin.cognition.tree.BehaviorTree;
import io.sigmaprompt.twin.cognition.tree.board.Blackboard;
import io.sigmaprompt.twin.cognition.tree.node.TreeNode;
import io.sigmaprompt.twin.cognition.tree.robot.RobotNodes;
import io.sigmaprompt.twin.record.ProposalRecord;
import io.sigmaprompt.twin.record.TreeRecord;
import io.sigmaprompt.twin.session.TwinConfiguration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What one behaviour tree did in a session: its nodes, what its blackboards held last, and its wishes with their reasons. */
final class TreeHistory {
    private static final int MOST_WISHES = 200;
    private static final int MOST_LANES = 10;

    final String mind;
    final List<NodeHistory> nodes = new ArrayList<>();
    final List<ProposalRecord> wishes = new ArrayList<>();
    List<TreeRecord.Board> boards = List.of();
    long wishesNotKept;

    TreeHistory(MindSpec.Tree spec) {
        mind = spec.name();
        gather(
                BehaviorTree.of(spec.design(), RobotNodes.library(spec.robot()), new Blackboard(null))
                        .root(),
                0);
    }

    /** The trees of a twin, by the names of their minds. */
    static Map<String, TreeHistory> of(TwinConfiguration twin) {
        Map<String, TreeHistory> trees = new LinkedHashMap<>();
        twin.minds().forEach(mind -> {
            if (mind instanceof MindSpec.Tree tree) {
                trees.put(tree.name(), new TreeHistory(tree));
            }
        });
        return trees;
    }

    private void gather(TreeNode node, int depth) {
        nodes.add(new NodeHistory(node, depth));
        node.children().forEach(child -> gather(child, depth + 1));
    }

    void take(TreeRecord record) {
        boards = record.boards();
        for (int i = 0; i < Math.min(nodes.size(), record.nodes().size()); i++) {
            nodes.get(i).take(record.simNanos(), record.nodes().get(i));
        }
    }

    void take(ProposalRecord wish) {
        if (wishes.size() < MOST_WISHES) {
            wishes.add(wish);
        } else {
            wishesNotKept++;
        }
    }

    /** The lanes of the leaves that stood otherwise most often, in the order of the tree. */
    List<Lane> lanes() {
        Set<NodeHistory> busiest = nodes.stream()
                .filter(node -> node.leaf && node.changes() > 0)
                .sorted(Comparator.comparingInt(NodeHistory::changes).reversed())
                .limit(MOST_LANES)
                .collect(Collectors.toSet());
        return nodes.stream().filter(busiest::contains).map(node -> node.lane).toList();
    }
}
