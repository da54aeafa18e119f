/** Alarms told to people outside: into the log, to a webhook, by e-mail. */
@NullMarked
package io.sigmaprompt.bridge.notification;

import org.jspecify.annotations.NullMarked;
