/** How improbable it is that robot and twin are apart as they are, and the scale that shows it. */
@NullMarked
package io.sigmaprompt.workbench.divergence;

import org.jspecify.annotations.NullMarked;
