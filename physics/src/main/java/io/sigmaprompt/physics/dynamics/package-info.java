/** Rigid-body algorithms, one class an algorithm, named after it. */
@NullMarked
package io.sigmaprompt.physics.dynamics;

import org.jspecify.annotations.NullMarked;
