/** Calibration: what a robot's links weigh and its joints lose, told from a log of its motion and efforts. */
@NullMarked
package io.sigmaprompt.twin.calibration;

import org.jspecify.annotations.NullMarked;
