/** Alarms an operator can act on, after ISA-18.2. */
@NullMarked
package io.sigmaprompt.twin.alarm;

import org.jspecify.annotations.NullMarked;
