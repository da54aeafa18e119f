/** Weighted, robust least squares on the regressor, which never leaves the bodies that can exist. */
@NullMarked
package io.sigmaprompt.twin.calibration.regression;

import org.jspecify.annotations.NullMarked;
