/** MuJoCo's model of actuation, as an MJCF tells it. */
@NullMarked
package io.sigmaprompt.physics.actuator.mechanism;

import org.jspecify.annotations.NullMarked;
