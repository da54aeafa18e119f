/** How other programs look at running behaviour trees; bridge implements it. */
@NullMarked
package io.sigmaprompt.twin.port.monitor;

import org.jspecify.annotations.NullMarked;
