/** Reads a robot from a file of any format that is known; the formats themselves are read in rooms of their own. */
@NullMarked
package io.sigmaprompt.physics.model.reader;

import org.jspecify.annotations.NullMarked;
