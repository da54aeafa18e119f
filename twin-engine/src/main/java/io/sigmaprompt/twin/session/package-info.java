/** The session and its deterministic kernel: ticks, inputs, modes. */
@NullMarked
package io.sigmaprompt.twin.session;

import org.jspecify.annotations.NullMarked;
