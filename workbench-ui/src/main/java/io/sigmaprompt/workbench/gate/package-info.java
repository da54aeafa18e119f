/** The gate panel: how far the next command is from each limit. */
@NullMarked
package io.sigmaprompt.workbench.gate;

import org.jspecify.annotations.NullMarked;
