/** What touches the robot, told from its drives' efforts: external torques, wrenches, contacts, payload. */
@NullMarked
package io.sigmaprompt.twin.estimation.effort;

import org.jspecify.annotations.NullMarked;
