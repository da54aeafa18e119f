/** A robot's file rewritten with other inertias and joint losses, and all else in it as it was. */
@NullMarked
package io.sigmaprompt.twin.calibration.description;

import org.jspecify.annotations.NullMarked;
