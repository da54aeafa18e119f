/** What other modules implement: the engine's sockets to hardware, recordings and sinks. */
@NullMarked
package io.sigmaprompt.twin.port;

import org.jspecify.annotations.NullMarked;
