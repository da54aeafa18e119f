/** Choosing one proposal, and saying why. */
@NullMarked
package io.sigmaprompt.twin.arbitration;

import org.jspecify.annotations.NullMarked;
