/** The link panel: how telemetry fares. */
@NullMarked
package io.sigmaprompt.workbench.link;

import org.jspecify.annotations.NullMarked;
