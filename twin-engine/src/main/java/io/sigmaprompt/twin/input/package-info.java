/** What may enter a kernel, and the words it is said in: modes, faults, the state of a wire, the tick. */
@NullMarked
package io.sigmaprompt.twin.input;

import org.jspecify.annotations.NullMarked;
