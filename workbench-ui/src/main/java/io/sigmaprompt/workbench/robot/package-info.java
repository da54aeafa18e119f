/** The robot panel: links and joints as a tree, with the joints' values. */
@NullMarked
package io.sigmaprompt.workbench.robot;

import org.jspecify.annotations.NullMarked;
