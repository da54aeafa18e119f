/** Recorded telemetry, read as if it were live, and tables of comma-separated values. */
@NullMarked
package io.sigmaprompt.bridge.recording;

import org.jspecify.annotations.NullMarked;
