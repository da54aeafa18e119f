/** A session's trace as a file that the field's own tools open. */
@NullMarked
package io.sigmaprompt.bridge.trace;

import org.jspecify.annotations.NullMarked;
