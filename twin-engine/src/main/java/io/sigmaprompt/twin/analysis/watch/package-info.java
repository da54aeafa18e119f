/** One signal under watch: the detectors together, what they have learnt to be normal, and the findings they yield. */
@NullMarked
package io.sigmaprompt.twin.analysis.watch;

import org.jspecify.annotations.NullMarked;
