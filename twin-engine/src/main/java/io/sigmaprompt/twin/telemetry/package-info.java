/** What a robot says about itself: typed frames in SI units with the robot's clock and ours. */
@NullMarked
package io.sigmaprompt.twin.telemetry;

import org.jspecify.annotations.NullMarked;
