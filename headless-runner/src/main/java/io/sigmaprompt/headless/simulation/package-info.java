/** A scene run from start to end, and what is written of it. */
@NullMarked
package io.sigmaprompt.headless.simulation;

import org.jspecify.annotations.NullMarked;
