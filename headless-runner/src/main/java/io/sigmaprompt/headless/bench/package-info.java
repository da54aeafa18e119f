/** How long the dynamics take, measured by JMH, with MuJoCo in turns beside them. */
@NullMarked
package io.sigmaprompt.headless.bench;

import org.jspecify.annotations.NullMarked;
