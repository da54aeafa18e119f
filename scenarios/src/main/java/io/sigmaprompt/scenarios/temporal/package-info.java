/** Expectations over time, judged while a session runs. */
@NullMarked
package io.sigmaprompt.scenarios.temporal;

import org.jspecify.annotations.NullMarked;
