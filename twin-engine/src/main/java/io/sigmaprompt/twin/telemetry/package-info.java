/** Telemetry frames and their way in: validation, order, gaps, clocks. */
@NullMarked
package io.sigmaprompt.twin.telemetry;

import org.jspecify.annotations.NullMarked;
