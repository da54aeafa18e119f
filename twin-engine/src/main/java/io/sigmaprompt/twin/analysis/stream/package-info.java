/** Detectors that look at one signal at a time, whatever it measures. */
@NullMarked
package io.sigmaprompt.twin.analysis.stream;

import org.jspecify.annotations.NullMarked;
