/** Recordings as plain signals, for whoever looks at them without a robot's model. */
@NullMarked
package io.sigmaprompt.twin.port.signal;

import org.jspecify.annotations.NullMarked;
