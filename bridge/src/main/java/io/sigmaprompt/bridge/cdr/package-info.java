/** Common Data Representation (OMG DDS-XTypes, XCDR1): how ROS 2 puts a message into bytes. */
@NullMarked
package io.sigmaprompt.bridge.cdr;

import org.jspecify.annotations.NullMarked;
