/** How people are told of alarms outside the session; bridge implements it. */
@NullMarked
package io.sigmaprompt.twin.port.notification;

import org.jspecify.annotations.NullMarked;
