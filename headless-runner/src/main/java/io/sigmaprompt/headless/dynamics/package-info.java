/** States of a robot in files, and what its dynamics make of them. */
@NullMarked
package io.sigmaprompt.headless.dynamics;

import org.jspecify.annotations.NullMarked;
