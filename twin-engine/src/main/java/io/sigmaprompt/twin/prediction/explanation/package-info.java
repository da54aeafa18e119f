/** Why robot and twin are apart: competing hypotheses, fitted to the last second's contradictions. */
@NullMarked
package io.sigmaprompt.twin.prediction.explanation;

import org.jspecify.annotations.NullMarked;
