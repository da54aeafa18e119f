/** A log's signals made ready for regression: even steps, zero-phase filters, derivatives. */
@NullMarked
package io.sigmaprompt.twin.calibration.signal;

import org.jspecify.annotations.NullMarked;
