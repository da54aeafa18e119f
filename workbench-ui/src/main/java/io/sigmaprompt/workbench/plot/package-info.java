/** Live line plots. */
@NullMarked
package io.sigmaprompt.workbench.plot;

import org.jspecify.annotations.NullMarked;
