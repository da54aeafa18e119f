/** The one binary form of inputs, outputs and snapshots: little-endian, canonical, the same on every machine. */
@NullMarked
package io.sigmaprompt.twin.codec;

import org.jspecify.annotations.NullMarked;
