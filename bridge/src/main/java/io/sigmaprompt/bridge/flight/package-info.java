/** A flight as PX4 logged it, told as the telemetry of one body that is free in space. */
@NullMarked
package io.sigmaprompt.bridge.flight;

import org.jspecify.annotations.NullMarked;
