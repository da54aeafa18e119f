/** Looks through recordings for what is unusual, and holds what is found against labels where there are any. */
@NullMarked
package io.sigmaprompt.headless.analysis;

import org.jspecify.annotations.NullMarked;
