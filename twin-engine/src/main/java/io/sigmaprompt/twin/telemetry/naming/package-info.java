/** A source's names and units for joints, mapped to the model's, and a proposal where they differ. */
@NullMarked
package io.sigmaprompt.twin.telemetry.naming;

import org.jspecify.annotations.NullMarked;
