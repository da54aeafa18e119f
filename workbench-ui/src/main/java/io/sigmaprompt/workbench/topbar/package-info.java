/** The bar above: brand, mode, transport, time and STOP. */
@NullMarked
package io.sigmaprompt.workbench.topbar;

import org.jspecify.annotations.NullMarked;
