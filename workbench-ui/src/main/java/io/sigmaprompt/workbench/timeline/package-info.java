/** The timeline: what happened when, in lanes. */
@NullMarked
package io.sigmaprompt.workbench.timeline;

import org.jspecify.annotations.NullMarked;
