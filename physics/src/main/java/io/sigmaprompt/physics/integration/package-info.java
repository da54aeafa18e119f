/** Smooth systems going through time: equations of motion and the methods that integrate them. */
@NullMarked
package io.sigmaprompt.physics.integration;

import org.jspecify.annotations.NullMarked;
