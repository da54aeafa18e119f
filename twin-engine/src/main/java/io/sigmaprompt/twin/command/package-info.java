/** The command gate: mode, limits and watchdog between a decision and an actuator. */
@NullMarked
package io.sigmaprompt.twin.command;

import org.jspecify.annotations.NullMarked;
