/** The door through which telemetry enters a twin: judged, put in order, counted, and its clock told. */
@NullMarked
package io.sigmaprompt.twin.telemetry.ingest;

import org.jspecify.annotations.NullMarked;
