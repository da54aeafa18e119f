package io.sigmaprompt.twin.cognition.tree;

import org.jspecify.annotations.Nullable;

/**
 * A port that a TreeNodesModel gives a subtree.
 *
 * @param ifAbsent what the port is where a SubTree element does not say, or null if it has to
 */
public record SubtreePort(String name, @Nullable String ifAbsent) {}
