/** Turning the chosen goal into set points for each tick. */
@NullMarked
package io.sigmaprompt.twin.skill;

import org.jspecify.annotations.NullMarked;
