/** Motions that touch nothing: how near a robot is to what stands about it, and the search for a way from here to there. */
@NullMarked
package io.sigmaprompt.twin.skill.planning;

import org.jspecify.annotations.NullMarked;
