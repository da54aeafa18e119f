/** Alarm rules as data: what is watched, when it counts as an alarm, and what becomes of that alarm. */
@NullMarked
package io.sigmaprompt.twin.alarm.rule;

import org.jspecify.annotations.NullMarked;
