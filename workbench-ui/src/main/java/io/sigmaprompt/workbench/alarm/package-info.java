/** The alarm panel: what wants attention. */
@NullMarked
package io.sigmaprompt.workbench.alarm;

import org.jspecify.annotations.NullMarked;
