/** What a session says: the immutable records that cross the loop's arrows. */
@NullMarked
package io.sigmaprompt.twin.record;

import org.jspecify.annotations.NullMarked;
