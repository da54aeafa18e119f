/** Telemetry frames as bytes, for journals and snapshots. */
@NullMarked
package io.sigmaprompt.twin.telemetry.codec;

import org.jspecify.annotations.NullMarked;
