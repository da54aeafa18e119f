/** An OpenGL context and frames without a window: where jMonkeyEngine draws, and how its pixels reach JavaFX. */
@NullMarked
package io.sigmaprompt.workbench.viewport.offscreen;

import org.jspecify.annotations.NullMarked;
