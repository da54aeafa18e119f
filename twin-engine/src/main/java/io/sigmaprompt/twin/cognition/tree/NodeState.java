package io.sigmaprompt.twin.cognition.tree;

import io.sigmaprompt.twin.cognition.tree.board.NodeStatus;

/**
 * Where a node stands.
 *
 * @param uid its number in the tree, from 1
 * @param path its name with those of the subtrees it stands in
 * @param before what it was before it became idle last, which is what it came to
 * @param changedNanos when its status changed last, session time
 */
public record NodeState(int uid, String path, NodeStatus status, NodeStatus before, long changedNanos) {}
