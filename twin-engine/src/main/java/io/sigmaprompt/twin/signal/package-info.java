/** Names for the numbers of a session, which expectations and alarm rules share. */
@NullMarked
package io.sigmaprompt.twin.signal;

import org.jspecify.annotations.NullMarked;
