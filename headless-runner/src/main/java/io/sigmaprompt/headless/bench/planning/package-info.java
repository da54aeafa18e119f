/** Measures how long it takes to plan motions among obstacles. */
@NullMarked
package io.sigmaprompt.headless.bench.planning;

import org.jspecify.annotations.NullMarked;
