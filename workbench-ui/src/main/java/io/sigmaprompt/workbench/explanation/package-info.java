/** The explanation panel: what the analysis believes is going on, and what else it might be. */
@NullMarked
package io.sigmaprompt.workbench.explanation;

import org.jspecify.annotations.NullMarked;
