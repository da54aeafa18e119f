/** What panels are made of: title, card, empty state, bar, icon. */
@NullMarked
package io.sigmaprompt.workbench.panel;

import org.jspecify.annotations.NullMarked;
