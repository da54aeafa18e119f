/** The port through which a mind proposes, and what it sees. */
@NullMarked
package io.sigmaprompt.twin.cognition;

import org.jspecify.annotations.NullMarked;
