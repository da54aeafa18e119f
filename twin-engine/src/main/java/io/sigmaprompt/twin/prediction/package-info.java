/** The ghost: what the robot should have done, and how far it is from what it did. */
@NullMarked
package io.sigmaprompt.twin.prediction;

import org.jspecify.annotations.NullMarked;
