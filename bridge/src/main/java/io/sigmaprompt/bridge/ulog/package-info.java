/** Reads ULog, the flight log of PX4, message by message, whatever state it is in. */
@NullMarked
package io.sigmaprompt.bridge.ulog;

import org.jspecify.annotations.NullMarked;
