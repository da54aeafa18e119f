/** The behaviour tree panel: how each tree's nodes stand, what its blackboards hold, and what it wants and why. */
@NullMarked
package io.sigmaprompt.workbench.mind;

import org.jspecify.annotations.NullMarked;
