/**
 * Sensors as they are: each reads a world through a port ({@link io.sigmaprompt.physics.sensor.SensedWorld}) with its
 * errors, its rate, its latency and its losses.
 */
@NullMarked
package io.sigmaprompt.physics.sensor;

import org.jspecify.annotations.NullMarked;
