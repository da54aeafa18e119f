/** The look: colours, fonts and icons, for panels and viewport alike. */
@NullMarked
package io.sigmaprompt.workbench.theme;

import org.jspecify.annotations.NullMarked;
