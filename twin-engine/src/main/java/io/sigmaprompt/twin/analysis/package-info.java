/** Detectors: what is not as it should be, and since when. */
@NullMarked
package io.sigmaprompt.twin.analysis;

import org.jspecify.annotations.NullMarked;
