/**
 * Sensors as they are: what each of them would read of a world, with its errors, its rate, its latency and its losses;
 * and the port through which they look at the world ({@link io.sigmaprompt.physics.sensor.SensedWorld}).
 */
@NullMarked
package io.sigmaprompt.physics.sensor;

import org.jspecify.annotations.NullMarked;
