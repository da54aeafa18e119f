/** The 3D view: a robot and its ghost on a floor, drawn by jMonkeyEngine off screen and shown as a JavaFX node. */
@NullMarked
package io.sigmaprompt.workbench.viewport;

import org.jspecify.annotations.NullMarked;
