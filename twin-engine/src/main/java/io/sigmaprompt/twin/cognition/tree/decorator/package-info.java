/** The nodes of one child that BehaviorTree.CPP has. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.decorator;

import org.jspecify.annotations.NullMarked;
