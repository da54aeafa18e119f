/** The small language of scripts and conditions in a tree: its reader and its expressions. */
@NullMarked
package io.sigmaprompt.twin.cognition.tree.script;

import org.jspecify.annotations.NullMarked;
