/** Holds what is found against labels: thresholds from the first half of a recording, figures from the second. */
@NullMarked
package io.sigmaprompt.headless.analysis.label;

import org.jspecify.annotations.NullMarked;
