/** What measures motion and place: encoders, inertial units, satellites, wheels. */
@NullMarked
package io.sigmaprompt.physics.sensor.motion;

import org.jspecify.annotations.NullMarked;
