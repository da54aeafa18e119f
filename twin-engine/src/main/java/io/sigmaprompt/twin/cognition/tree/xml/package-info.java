/** Reads trees from files in the XML of BehaviorTree.CPP 4, and refuses what is wrong in them with its place. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.xml;

import org.jspecify.annotations.NullMarked;
