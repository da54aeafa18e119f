/** Signals of recordings and runs written as tables. */
@NullMarked
package io.sigmaprompt.headless.export;

import org.jspecify.annotations.NullMarked;
