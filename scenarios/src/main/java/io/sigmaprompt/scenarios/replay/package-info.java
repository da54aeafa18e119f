/** Recorded sessions: run again from their journal, wound to any instant, compared with one another. */
@NullMarked
package io.sigmaprompt.scenarios.replay;

import org.jspecify.annotations.NullMarked;
