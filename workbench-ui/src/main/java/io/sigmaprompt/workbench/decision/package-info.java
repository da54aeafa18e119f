/** The decision panel: which wish won the arbitration, over which others, and why. */
@NullMarked
package io.sigmaprompt.workbench.decision;

import org.jspecify.annotations.NullMarked;
