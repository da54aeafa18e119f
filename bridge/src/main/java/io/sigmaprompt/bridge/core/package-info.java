/** Finding hardware interfaces by URI, and the life cycle they share. */
@NullMarked
package io.sigmaprompt.bridge.core;

import org.jspecify.annotations.NullMarked;
