/**
 * What a description says of a robot beyond its links and joints: what drives, senses, couples and steps it; and all of
 * it together, as a reader gives it.
 */
@NullMarked
package io.sigmaprompt.physics.model.mechanism;

import org.jspecify.annotations.NullMarked;
