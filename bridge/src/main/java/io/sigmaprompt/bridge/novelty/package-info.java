/** Models of what is usual that run outside the kernel. */
@NullMarked
package io.sigmaprompt.bridge.novelty;

import org.jspecify.annotations.NullMarked;
