/** The input journal: everything that entered a kernel, tick by tick, and reading it back. */
@NullMarked
package io.sigmaprompt.twin.journal;

import org.jspecify.annotations.NullMarked;
