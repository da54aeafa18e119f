/** ROS 1 bags of format 2.0 (wiki.ros.org/Bags/Format/2.0), and their messages as ROS 2 would write them. */
@NullMarked
package io.sigmaprompt.bridge.rosbag;

import org.jspecify.annotations.NullMarked;
