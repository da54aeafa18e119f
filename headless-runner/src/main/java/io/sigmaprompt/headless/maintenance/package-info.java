/** What the runs of a robot tell of its joints' health, gathered from their folders. */
@NullMarked
package io.sigmaprompt.headless.maintenance;

import org.jspecify.annotations.NullMarked;
