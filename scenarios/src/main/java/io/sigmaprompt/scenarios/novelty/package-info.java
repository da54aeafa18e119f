/** Novelty in a run: models outside the kernel are asked what the joints of a robot do together. */
@NullMarked
package io.sigmaprompt.scenarios.novelty;

import org.jspecify.annotations.NullMarked;
