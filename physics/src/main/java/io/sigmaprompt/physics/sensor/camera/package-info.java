/** The port of cameras, which a viewport answers. */
@NullMarked
package io.sigmaprompt.physics.sensor.camera;

import org.jspecify.annotations.NullMarked;
