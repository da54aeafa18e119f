/** Tables of any signals, read by a column map that says which column is what, or by a guess at one. */
@NullMarked
package io.sigmaprompt.bridge.table;

import org.jspecify.annotations.NullMarked;
