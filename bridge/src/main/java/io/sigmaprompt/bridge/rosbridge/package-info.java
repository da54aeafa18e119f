/** The rosbridge v2 protocol: its operations, the ROS messages we exchange, and the client to a robot behind it. */
@NullMarked
package io.sigmaprompt.bridge.rosbridge;

import org.jspecify.annotations.NullMarked;
