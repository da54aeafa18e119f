/** How many frames a second the mirror follows, how long each waits, and what it costs in memory. */
@NullMarked
package io.sigmaprompt.headless.bench.mirror;

import org.jspecify.annotations.NullMarked;
