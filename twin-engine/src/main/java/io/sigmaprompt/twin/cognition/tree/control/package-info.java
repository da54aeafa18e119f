/** The nodes of several children that BehaviorTree.CPP has. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.control;

import org.jspecify.annotations.NullMarked;
