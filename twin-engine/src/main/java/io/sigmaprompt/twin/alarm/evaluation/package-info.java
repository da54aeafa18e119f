/** Alarm rules at work: the numbers they watch and the truth of their conditions, cycle by cycle. */
@NullMarked
package io.sigmaprompt.twin.alarm.evaluation;

import org.jspecify.annotations.NullMarked;
