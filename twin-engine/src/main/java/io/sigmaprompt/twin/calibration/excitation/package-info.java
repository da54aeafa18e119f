/** Motions that show a robot's inertial parameters, for the next recording. */
@NullMarked
package io.sigmaprompt.twin.calibration.excitation;

import org.jspecify.annotations.NullMarked;
