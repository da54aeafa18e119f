/** What a recording holds, whatever its format: topics, times, gaps, compression, damage. */
@NullMarked
package io.sigmaprompt.twin.port.inspection;

import org.jspecify.annotations.NullMarked;
