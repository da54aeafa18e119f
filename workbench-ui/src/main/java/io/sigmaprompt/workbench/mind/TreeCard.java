package io.sigmaprompt.workbench.mind;

import java.util.List;

/**
 * A behaviour tree as the panel shows it.
 *
 * @param wish what it wants, or that it wants nothing
 * @param reason why, a sentence; may be empty
 */
public record TreeCard(String mind, List<NodeRow> nodes, List<ValueRow> values, String wish, String reason) {
    public TreeCard {
        nodes = List.copyOf(nodes);
        values = List.copyOf(values);
    }

    /** Whether it is the same tree, however it stands. */
    boolean sameTree(TreeCard other) {
        if (!mind.equals(other.mind) || nodes.size() != other.nodes.size()) {
            return false;
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (!nodes.get(i).sameNode(other.nodes.get(i))) {
                return false;
            }
        }
        return true;
    }
}
