/** MCAP files: the container in which a session's trace is kept and recorded logs come. */
@NullMarked
package io.sigmaprompt.bridge.mcap;

import org.jspecify.annotations.NullMarked;
