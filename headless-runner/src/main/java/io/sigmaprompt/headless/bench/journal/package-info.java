/** How much it costs to keep a session, and how fast one that was kept is come back to. */
@NullMarked
package io.sigmaprompt.headless.bench.journal;

import org.jspecify.annotations.NullMarked;
