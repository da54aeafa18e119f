/** Nodes that look at a robot and want things of it; thin, since skills do the work. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.robot;

import org.jspecify.annotations.NullMarked;
