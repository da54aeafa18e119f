/** Health of a joint's mechanics, told from telemetry while the robot works: friction, gains, heat, play and load. */
@NullMarked
package io.sigmaprompt.twin.maintenance.health;

import org.jspecify.annotations.NullMarked;
