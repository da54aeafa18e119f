/** Where a robot's free base is and how it moves, from its IMU, odometry, poses and contacts. */
@NullMarked
package io.sigmaprompt.twin.estimation.base;

import org.jspecify.annotations.NullMarked;
