/** The sigma command line. */
@NullMarked
package io.sigmaprompt.headless.cli;

import org.jspecify.annotations.NullMarked;
