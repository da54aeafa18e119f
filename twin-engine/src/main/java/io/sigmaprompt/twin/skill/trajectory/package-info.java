/** Ways through joint space and the time in which they are gone: curves, limits, time-optimal retiming, trajectories. */
@NullMarked
package io.sigmaprompt.twin.skill.trajectory;

import org.jspecify.annotations.NullMarked;
