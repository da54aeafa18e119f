/** What the nodes of a tree share: typed values under names, in scopes that hang together by remapping. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.board;

import org.jspecify.annotations.NullMarked;
