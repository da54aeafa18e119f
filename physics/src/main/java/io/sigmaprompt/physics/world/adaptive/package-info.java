/** A world stepped to an accuracy instead of by a fixed step. */
@NullMarked
package io.sigmaprompt.physics.world.adaptive;

import org.jspecify.annotations.NullMarked;
