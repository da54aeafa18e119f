/** Bags of ROS 2 and ROS 1 in each of their storages, read as recorded telemetry. */
@NullMarked
package io.sigmaprompt.bridge.bag;

import org.jspecify.annotations.NullMarked;
