/** Findings from explanations: what pushes the robot, and what hangs on it. */
@NullMarked
package io.sigmaprompt.twin.analysis.interaction;

import org.jspecify.annotations.NullMarked;
