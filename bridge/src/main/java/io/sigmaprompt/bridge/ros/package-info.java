/** ROS messages that tell of a robot, decoded once for every encoding they come in. */
@NullMarked
package io.sigmaprompt.bridge.ros;

import org.jspecify.annotations.NullMarked;
