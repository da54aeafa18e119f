/** The desktop's main class and window. */
@NullMarked
package io.sigmaprompt.workbench.app;

import org.jspecify.annotations.NullMarked;
