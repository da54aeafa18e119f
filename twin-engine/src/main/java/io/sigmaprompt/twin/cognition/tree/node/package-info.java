/** What every node of a tree is made of, and the interface for nodes of one's own. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.node;

import org.jspecify.annotations.NullMarked;
