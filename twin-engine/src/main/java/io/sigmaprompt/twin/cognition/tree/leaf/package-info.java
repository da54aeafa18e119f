/** The nodes without children that BehaviorTree.CPP has. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.leaf;

import org.jspecify.annotations.NullMarked;
