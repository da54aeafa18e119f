/** Expands xacro, the macro language that most URDF is written in, in memory and with the places of the source kept. */
@NullMarked
package io.sigmaprompt.physics.model.xacro;

import org.jspecify.annotations.NullMarked;
