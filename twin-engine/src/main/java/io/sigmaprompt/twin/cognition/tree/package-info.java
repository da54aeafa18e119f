/** Behaviour trees: a mind built from conditions and proposals. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree;

import org.jspecify.annotations.NullMarked;
