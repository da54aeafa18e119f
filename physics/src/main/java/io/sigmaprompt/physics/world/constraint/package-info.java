/** What ties trees to each other and to themselves, but for contacts: limits, friction, couplings, loops, the mouse; as rows for the solver. */
@NullMarked
package io.sigmaprompt.physics.world.constraint;

import org.jspecify.annotations.NullMarked;
