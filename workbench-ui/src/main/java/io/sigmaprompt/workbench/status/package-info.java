/** The status bar: recording, kernel and hash. */
@NullMarked
package io.sigmaprompt.workbench.status;

import org.jspecify.annotations.NullMarked;
