/** Runs scenarios for the window: a run on its own thread, folded into immutable snapshots. Knows nothing of JavaFX. */
@NullMarked
package io.sigmaprompt.workbench.session;

import org.jspecify.annotations.NullMarked;
